"""sh:minCount and sh:maxCount: how many values a property has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.family import Family
from checker.engine.names import Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder


def read(graph: Graph, node: Term, is_property: bool) -> Iterator[Constraint]:
    for name in ("minCount", "maxCount"):
        number = graph.number(node, name)
        if number is not None:
            if not is_property:
                raise ill_formed(node, f"has sh:{name} and no sh:path", "counts are for property shapes")
            yield Constraint("count", component(name[0].upper() + name[1:]), count=number, details=(name,))


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    path, number = to.path(shape.path), constraint.count
    at_least = constraint.details == ("minCount",)
    yield Check(
        constraint.component, "focus", to.at_least(number, path) if at_least else -to.at_least(number + 1, path)
    )


FAMILY = Family("count", ("minCount", "maxCount"), read, lower)
