"""Constraint components that a shapes graph brings with it, written in SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.engine.families.family import Family, Read
from checker.engine.families.prebinding import refuse_unsupported
from checker.engine.families.prefixes import with_prefixes
from checker.engine.names import SH, SUBCLASS, TYPE, Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder

_COMPONENT = SH + "ConstraintComponent"


@dataclass(frozen=True, slots=True)
class _Component:
    iri: Term
    wanted: tuple[str, ...]
    optional: tuple[str, ...]


def readers(graph: Graph) -> dict[str, Read]:
    """What to read a shape with, by the first parameter that each component must have."""
    found: dict[str, Read] = {}
    for node in list(graph.subjects()):
        if not graph.all(node, SH + "parameter") or not _is_component(graph, node):
            continue
        paths: dict[bool, list[str]] = {True: [], False: []}
        for parameter in graph.all(node, SH + "parameter"):
            path = graph.one(parameter, SH + "path")
            if path is None:
                raise ill_formed(node, "has a sh:parameter without sh:path", "name its property")
            paths[graph.is_true(parameter, "optional")].append(path.value)
        if paths[False]:
            wanted = tuple(sorted(paths[False]))
            found[wanted[0]] = _reader(_Component(node, wanted, tuple(sorted(paths[True]))), found.get(wanted[0]))
    return found


def _is_component(graph: Graph, node: Term) -> bool:
    todo, seen = list(graph.all(node, TYPE)), set()
    while todo:
        cls = todo.pop()
        if cls.value == _COMPONENT:
            return True
        if cls not in seen:
            seen.add(cls)
            todo += graph.all(cls, SUBCLASS)
    return False


def _reader(own: _Component, before: Read | None) -> Read:
    """Reads a component beside others that begin with the same parameter."""

    def read(graph: Graph, node: Term, is_property: bool) -> Iterator[Constraint]:
        if before is not None:
            yield from before(graph, node, is_property)
        if not all(graph.all(node, name) for name in own.wanted):
            return
        validator = _validator(graph, own.iri, is_property)
        if validator is None:
            return
        kind = "ask" if graph.all(validator, SH + "ask") else "select"
        query = graph.one(validator, SH + kind)
        if query is None:
            raise ill_formed(own.iri, "has a validator without a query", "write sh:ask or sh:select")
        names = [name for name in (*own.wanted, *own.optional) if graph.all(node, name)]
        local = [name.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for name in names]
        bound = ("this", "shapesGraph", "currentShape", *local, *(("value",) if kind == "ask" else ()))
        refuse_unsupported(own.iri, query.value, bound)
        messages = graph.all(validator, SH + "message") or graph.all(own.iri, SH + "message")
        details = (kind, with_prefixes(graph, validator, query.value), *local)
        first, *rest = names
        for value in graph.all(node, first):
            others = [graph.one(node, name) for name in rest]
            values = (value, *(o for o in others if o is not None))
            yield Constraint("component", own.iri.value, (*values, *messages), details=details)

    return read


def _validator(graph: Graph, component: Term, is_property: bool) -> Term | None:
    for name in ("propertyValidator" if is_property else "nodeValidator", "validator"):
        found = graph.one(component, SH + name)
        if found is not None:
            return found
    return None


def read(_: Graph, __: Term, ___: bool) -> Iterator[Constraint]:
    """Nothing: the parameters are not SHACL's own."""
    yield from ()


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    kind, query, *names = constraint.details
    literal = to.ask(
        kind,
        lists_true=False,
        path=to.path(shape.path),
        terms=(to.term(shape.name), *map(to.term, constraint.terms)),
        details=(query, *names),
    )
    yield Check(constraint.component, "found", literal, messages=constraint.terms[len(names) :])


FAMILY = Family("component", (), read, lower)
