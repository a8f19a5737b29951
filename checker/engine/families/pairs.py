"""sh:equals and sh:disjoint: values against those of another property."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for name in ("equals", "disjoint"):
        for other in graph.all(node, SH + name):
            if not isinstance(other, ox.NamedNode):
                raise ill_formed(node, f"has sh:{name} {short(other)}", "name a property by its IRI")
            yield Constraint("pair", component(name.capitalize()), (other,), details=(name,))


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    other = to.path(("predicate", constraint.terms[0].value))
    literal = to.ask(constraint.details[0], lists_true=False, path=to.path(shape.path), terms=(other,))
    yield Check(constraint.component, "found", literal)


def answer_equals(tables: Tables, kind: str) -> None:
    """A value that only one of the two has is a result."""
    values = f"({tables.values_of(kind)})"
    others = (
        f"(SELECT c.question, c.node, r.o AS value FROM candidates c JOIN asked_{kind} q USING (question)"
        " JOIN reached r ON r.path = q.a AND r.s = c.node)"
    )
    for left, right in ((values, others), (others, values)):
        tables.run(
            f"INSERT INTO found (question, node, value) SELECT v.* FROM {left} v"
            f" ANTI JOIN {right} w USING (question, node, value)"
        )


def answer_disjoint(tables: Tables, kind: str) -> None:
    tables.run(
        f"INSERT INTO found (question, node, value) SELECT v.question, v.node, v.value"
        f" FROM ({tables.values_of(kind)}) v"
        f" JOIN asked_{kind} q USING (question) SEMI JOIN reached r ON r.path = q.a AND r.s = v.node AND r.o = v.value"
    )


FAMILY = Family("pair", ("equals", "disjoint"), read, lower, {"equals": answer_equals, "disjoint": answer_disjoint})
