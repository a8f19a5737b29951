"""sh:not, sh:and, sh:or and sh:xone."""

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


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for other in graph.all(node, SH + "not"):
        yield Constraint("logic", component("Not"), shapes=(other,), details=("not",))
    for name in ("and", "or", "xone"):
        for head in graph.all(node, SH + name):
            members = graph.list_of(head, node)
            yield Constraint("logic", component(name.capitalize()), shapes=members, details=(name,))


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    inner = [to.conforms(name) for name in constraint.shapes]
    (operator,) = constraint.details
    if operator == "not":
        literal = -inner[0]
    elif operator == "and":
        literal = to.all_of(inner)
    elif operator == "or":
        literal = to.any_of(inner)
    else:
        literal = to.exactly_one(inner)
    yield Check(constraint.component, "value", literal)


FAMILY = Family("logic", ("not", "and", "or", "xone"), read, lower)
