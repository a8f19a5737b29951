"""sh:lessThan and sh:lessThanOrEquals: each value comes before each value of another property."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed
from checker.engine.tables.ranks import rank

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables

_SIGNS = {"lessThan": "<", "lessThanOrEquals": "<="}


def read(graph: Graph, node: Term, is_property: bool) -> Iterator[Constraint]:
    for name in _SIGNS:
        for other in graph.all(node, SH + name):
            if not isinstance(other, ox.NamedNode):
                raise ill_formed(node, f"has sh:{name} {short(other)}", "name a property by its IRI")
            if not is_property:
                raise ill_formed(node, f"has sh:{name} and no sh:path", "the order of values is for property shapes")
            yield Constraint("ordered", component(name[0].upper() + name[1:]), (other,), details=(name,))


def lower(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    other = to.path(("predicate", constraint.terms[0].value))
    literal = to.ask(constraint.details[0], lists_true=False, path=to.path(shape.path), terms=(other,))
    yield Check(constraint.component, "found", literal)


def answer(tables: Tables, kind: str) -> None:
    """Each pair out of order, or not comparable, is a result."""
    tables.run(
        f"CREATE OR REPLACE TEMP TABLE opposed AS SELECT v.question, v.node, v.value, r.o AS other"
        f" FROM ({tables.values_of(kind)}) v JOIN asked_{kind} q USING (question)"
        " JOIN reached r ON r.path = q.a AND r.s = v.node"
    )
    rank(tables, "SELECT value FROM opposed UNION SELECT other FROM opposed")
    tables.run(
        "INSERT INTO found (question, node, value) SELECT p.question, p.node, p.value FROM opposed p"
        " LEFT JOIN ranks x ON x.node = p.value LEFT JOIN ranks y ON y.node = p.other"
        f" WHERE (x.space = y.space AND x.rank {_SIGNS[kind]} y.rank) IS NOT TRUE"
    )


FAMILY = Family("ordered", tuple(_SIGNS), read, lower, dict.fromkeys(_SIGNS, answer))
