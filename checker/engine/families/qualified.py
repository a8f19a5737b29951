"""sh:qualifiedValueShape: how many values conform to a shape, and to none of its siblings where they are disjoint."""

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


def read(graph: Graph, node: Term, is_property: bool) -> Iterator[Constraint]:
    if not is_property:
        return
    own = graph.all(node, SH + "qualifiedValueShape")
    apart = _siblings(graph, node, own) if graph.is_true(node, "qualifiedValueShapesDisjoint") else ()
    for name in ("qualifiedMinCount", "qualifiedMaxCount"):
        number = graph.number(node, name)
        if number is not None:
            kind = component(name[0].upper() + name[1:])
            for shape in own:
                yield Constraint("qualified", kind, shapes=(shape, *apart), count=number, details=(name,))


def _siblings(graph: Graph, node: Term, own: list[Term]) -> tuple[Term, ...]:
    """The qualified value shapes of all property shapes beside this one, under any of its parents."""
    beside = (other for parent in graph.parents(node) for other in graph.all(parent, SH + "property"))
    found = dict.fromkeys(shape for other in beside for shape in graph.all(other, SH + "qualifiedValueShape"))
    return tuple(shape for shape in found if shape not in own)


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    wanted, *siblings = constraint.shapes
    path, number = to.path(shape.path), constraint.count
    counted = to.all_of((to.conforms(wanted), *(-to.conforms(s) for s in siblings)))
    at_least = constraint.details == ("qualifiedMinCount",)
    literal = to.at_least(number, path, counted) if at_least else -to.at_least(number + 1, path, counted)
    yield Check(constraint.component, "focus", literal)


FAMILY = Family("qualified", ("qualifiedMinCount", "qualifiedMaxCount"), read, lower)
