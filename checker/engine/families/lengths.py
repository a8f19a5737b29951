"""sh:minLength and sh:maxLength: how long a value is as text; blank nodes have none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.conditions import answer_by
from checker.engine.families.family import Family
from checker.engine.names import Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for name in ("minLength", "maxLength"):
        number = graph.number(node, name)
        if number is not None:
            yield Constraint("length", component(name[0].upper() + name[1:]), count=number, details=(name,))


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    details = (str(constraint.count),)
    yield Check(constraint.component, "value", to.ask(constraint.details[0], lists_true=False, details=details))


FAMILY = Family(
    "length",
    ("minLength", "maxLength"),
    read,
    lower,
    {
        "minLength": answer_by("t.kind <> 1 AND length(t.value) >= CAST(q.text AS BIGINT)"),
        "maxLength": answer_by("t.kind <> 1 AND length(t.value) <= CAST(q.text AS BIGINT)"),
    },
)
