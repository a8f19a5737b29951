"""sh:pattern: a value's text matches a regular expression; blank nodes have no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed
from checker.engine.tables.regex import can_explode, in_duckdb, in_python, is_slow

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables

_WORTH_COMPILING = 100_000
"""From so many texts on DuckDB is faster: its engine takes 10 ms to prepare one expression."""


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    flags = graph.one(node, SH + "flags")
    for pattern in graph.all(node, SH + "pattern"):
        details = (pattern.value, flags.value if flags else "")
        try:
            in_python(*details)
        except re.error as error:
            raise ill_formed(node, f"has sh:pattern {short(pattern)}: {error}", "mend the expression") from None
        if can_explode(pattern.value) and in_duckdb(*details) is None:
            said = f"has sh:pattern {short(pattern)}, which may take for ever"
            raise ill_formed(node, said, "repeat nothing that repeats itself")
        yield Constraint("pattern", component("Pattern"), details=details)


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    yield Check(constraint.component, "value", to.ask("pattern", lists_true=True, details=constraint.details))


def answer(tables: Tables, kind: str) -> None:
    """All expressions in one query; few texts, and expressions that DuckDB's engine cannot read, are matched here,
    unless that may take for ever."""
    tables.run(
        "CREATE OR REPLACE TEMP TABLE texts AS SELECT c.question, c.node, t.value FROM candidates c"
        f" JOIN asked_{kind} q USING (question) JOIN terms t ON t.id = c.node WHERE t.kind <> 1"
    )
    ((count, longest),) = tables.rows("SELECT count(*), coalesce(max(length(value)), 0) FROM texts")
    few = count < _WORTH_COMPILING
    selects, left = [], []
    for number in tables.asked(kind):
        pattern, flags = tables.program.questions[number - 1].details
        expression = in_duckdb(pattern, flags)
        if expression is None or (few and not is_slow(pattern, longest)):
            left.append((number, in_python(pattern, flags)))
            continue
        quoted = expression.replace("'", "''")
        selects.append(
            f"SELECT question, node FROM texts WHERE question = {number} AND regexp_matches(value, '{quoted}')"
        )
    if selects:
        tables.run("INSERT INTO members " + " UNION ALL ".join(selects))
    for number, compiled in left:
        texts = tables.rows(f"SELECT node, value FROM texts WHERE question = {number}")
        tables.insert("members", [(number, node) for node, value in texts if compiled.search(value)])


FAMILY = Family("pattern", ("pattern",), read, lower, {"pattern": answer})
