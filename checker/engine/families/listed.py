"""sh:in and sh:hasValue: values against terms that the shape names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.family import Family
from checker.engine.names import SH, Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables


def read_in(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    head = graph.one(node, SH + "in")
    if head is not None:
        yield Constraint("in", component("In"), graph.list_of(head, node))


def read_has_value(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for value in graph.all(node, SH + "hasValue"):
        yield Constraint("hasValue", component("HasValue"), (value,))


def lower_in(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    yield Check(constraint.component, "value", _one_of(constraint, to))


def lower_has_value(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    there = _one_of(constraint, to)
    yield Check(
        constraint.component, "focus", there if shape.path is None else to.at_least(1, to.path(shape.path), there)
    )


def _one_of(constraint: Constraint, to: Builder) -> int:
    return to.ask("oneOf", lists_true=True, terms=tuple(sorted({to.term(t) for t in constraint.terms})))


def answer(tables: Tables, kind: str) -> None:
    tables.run(
        f"INSERT INTO members SELECT DISTINCT question, a FROM asked_{kind} WHERE a IS NOT NULL"
        f" UNION SELECT q.question, c.copy FROM asked_{kind} q JOIN copies c ON c.node = q.a"
    )


IN = Family("in", ("in",), read_in, lower_in, {"oneOf": answer})
HAS_VALUE = Family("hasValue", ("hasValue",), read_has_value, lower_has_value)
