"""sh:nodeKind: a value is an IRI, a blank node or a literal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.conditions import answer_by
from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder

_KINDS = {
    "IRI": "0",
    "BlankNode": "1",
    "Literal": "2",
    "BlankNodeOrIRI": "01",
    "IRIOrLiteral": "02",
    "BlankNodeOrLiteral": "12",
}


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    kind = graph.one(node, SH + "nodeKind")
    if kind is not None:
        name = kind.value.removeprefix(SH)
        if name not in _KINDS:
            raise ill_formed(node, f"has sh:nodeKind {short(kind)}", f"use one of sh:{', sh:'.join(_KINDS)}")
        yield Constraint("nodeKind", component("NodeKind"), details=(_KINDS[name],))


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    yield Check(constraint.component, "value", to.ask("nodeKind", lists_true=False, details=constraint.details))


FAMILY = Family(
    "nodeKind", ("nodeKind",), read, lower, {"nodeKind": answer_by("contains(q.text, CAST(t.kind AS VARCHAR))")}
)
