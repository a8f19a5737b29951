"""sh:closed: a value has no properties but those that its shape names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.family import Family
from checker.engine.names import SH, Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    if graph.is_true(node, "closed"):
        ignored = graph.one(node, SH + "ignoredProperties")
        allowed = dict.fromkeys(graph.list_of(ignored, node) if ignored is not None else ())
        for child in graph.all(node, SH + "property"):
            allowed.update((p, None) for p in graph.all(child, SH + "path") if isinstance(p, ox.NamedNode))
        yield Constraint("closed", component("Closed"), tuple(allowed))


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    terms = tuple(sorted(to.term(t) for t in constraint.terms))
    yield Check(
        constraint.component, "found", to.ask("closed", lists_true=False, path=to.path(shape.path), terms=terms)
    )


def answer(tables: Tables, kind: str) -> None:
    """The path of a result is the property that should not be there."""
    tables.run(
        f"INSERT INTO found (question, node, value, path) SELECT v.question, v.node, t.o, t.p"
        f" FROM ({tables.values_of(kind)}) v JOIN triples t ON t.s = v.value"
        f" ANTI JOIN asked_{kind} q ON q.question = v.question AND q.a = t.p"
    )


FAMILY = Family("closed", ("closed",), read, lower, {"closed": answer})
