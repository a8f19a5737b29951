"""sh:sparql: each solution of a query is a result. pyoxigraph evaluates, with $this set to each focus node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.family import Family
from checker.engine.families.prebinding import refuse_unsupported
from checker.engine.families.prefixes import with_prefixes
from checker.engine.families.solutions import answer_ask, answer_select
from checker.engine.names import SH, Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder

_MESSAGE = SH + "message"


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for source in graph.all(node, SH + "sparql"):
        if graph.is_true(source, "deactivated"):
            continue
        query = graph.one(source, SH + "select")
        if query is None:
            raise ill_formed(node, "has sh:sparql without sh:select", "write the query")
        refuse_unsupported(node, query.value, ("this", "shapesGraph", "currentShape"))
        text = with_prefixes(graph, source, query.value)
        yield Constraint(
            "sparql", SH + "SPARQLConstraintComponent", (source, *graph.all(source, _MESSAGE)), details=(text,)
        )


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    source, *messages = constraint.terms
    literal = to.ask(
        "select",
        lists_true=False,
        path=to.path(shape.path),
        terms=(to.term(shape.name), *map(to.term, messages)),
        details=constraint.details,
    )
    yield Check(constraint.component, "found", literal, source=source, messages=tuple(messages))


FAMILY = Family("sparql", ("sparql",), read, lower, {"select": answer_select, "ask": answer_ask})
