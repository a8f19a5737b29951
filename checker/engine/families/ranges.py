"""sh:minInclusive and its like: where a value stands among comparable ones."""

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

_SIGNS = {"minExclusive": ">", "minInclusive": ">=", "maxExclusive": "<", "maxInclusive": "<="}


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for name, sign in _SIGNS.items():
        bound = graph.one(node, SH + name)
        if bound is not None:
            if not isinstance(bound, ox.Literal):
                raise ill_formed(node, f"has sh:{name} {short(bound)}", "write a literal")
            yield Constraint("range", component(name[0].upper() + name[1:]), (bound,), details=(sign,))


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    terms = (to.term(constraint.terms[0]),)
    yield Check(
        constraint.component, "value", to.ask("range", lists_true=False, terms=terms, details=constraint.details)
    )


def answer(tables: Tables, kind: str) -> None:
    rank(
        tables, f"SELECT c.node FROM asked_{kind} q JOIN candidates c USING (question) UNION SELECT a FROM asked_{kind}"
    )
    tables.run(
        f"INSERT INTO members SELECT q.question, c.node FROM asked_{kind} q"
        " JOIN candidates c ON c.question = q.question"
        " LEFT JOIN ranks x ON x.node = c.node LEFT JOIN ranks y ON y.node = q.a"
        " WHERE (x.space = y.space AND CASE q.text WHEN '>' THEN x.rank > y.rank WHEN '>=' THEN x.rank >= y.rank"
        " WHEN '<' THEN x.rank < y.rank ELSE x.rank <= y.rank END) IS NOT TRUE"
    )


FAMILY = Family("range", tuple(_SIGNS), read, lower, {"range": answer})
