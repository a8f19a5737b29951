"""sh:node and sh:property: values against another shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder


def read_node(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for other in graph.all(node, SH + "node"):
        yield Constraint("node", component("Node"), shapes=(other,))


def read_property(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for other in graph.all(node, SH + "property"):
        if not graph.all(other, SH + "path"):
            raise ill_formed(node, f"has sh:property {short(other)}, which has no path", "give it a sh:path")
        yield Constraint("property", component("Property"), shapes=(other,))


def lower_node(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    yield Check(constraint.component, "value", to.conforms(constraint.shapes[0]))


def lower_property(constraint: Constraint, _: Shape, __: Builder) -> Iterator[Check]:
    yield Check(constraint.component, "nested", nested=constraint.shapes[0])


NODE = Family("node", ("node",), read_node, lower_node)
PROPERTY = Family("property", ("property",), read_property, lower_property)
