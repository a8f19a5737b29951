"""The table ``results``: what failed, at which focus node, with which value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.program.model import ALWAYS, IDENTITY, Program
from checker.engine.running.keys import key

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

_SCHEMA = "reported INTEGER, focus INTEGER, value INTEGER, path INTEGER, messages VARCHAR, times BIGINT"


def write_results(tables: Tables) -> None:
    """One query for each way in which a check can fail, over all checks that fail so."""
    tables.run(f"CREATE TABLE results ({_SCHEMA})")
    tables.run(
        "CREATE TEMP TABLE checks (reported INTEGER, focus INTEGER, path INTEGER, question INTEGER, way VARCHAR)"
    )
    rows = list(_checks(tables.program))
    tables.insert("checks", rows)
    for way in sorted({row[4] for row in rows}):
        tables.run(f"INSERT INTO results {_QUERIES[way]}")


def _checks(program: Program) -> list[tuple[int, int, int, int, str]]:
    found = []
    for o in program.occurrences:
        if o.literal == ALWAYS:
            continue
        there = "listed" if program.lists_truth(o.literal) else "unlisted"
        if o.about == "found":
            way = "found"
        elif o.about == "focus":
            way = f"focus {there}"
        else:
            way = f"{'itself' if o.path == IDENTITY else 'value'} {there}"
        found.append((o.reported, o.focus, o.path, abs(o.literal), way))
    return found


_MEMBERS = (
    f"SELECT {key('question', 'node')} AS key FROM members"
    " WHERE question IN (SELECT question FROM checks WHERE way = '{}')"
)
"""Only what these checks ask for, and one number in place of two: what is looked up is then a quarter as large."""


def _failing(columns: str, values: str, join: str, value: str, node: str) -> dict[str, str]:
    """The queries for a check whose rows say where it holds, and for one whose rows say where it fails."""
    return {
        f"{columns} listed": f"SELECT c.reported, f.node, {value}, NULL, NULL, f.times FROM checks c"
        f" JOIN focus f ON f.focus = c.focus {values}"
        f" ANTI JOIN ({_MEMBERS.format(f'{columns} listed')}) m ON m.key = {key('c.question', node)}"
        f" WHERE c.way = '{columns} listed'",
        f"{columns} unlisted": f"SELECT c.reported, f.node, {value}, NULL, NULL, f.times FROM checks c"
        f" JOIN members m ON m.question = c.question {join} WHERE c.way = '{columns} unlisted'",
    }


_QUERIES = {
    **_failing("focus", "", "JOIN focus f ON f.focus = c.focus AND f.node = m.node", "NULL", "f.node"),
    **_failing("itself", "", "JOIN focus f ON f.focus = c.focus AND f.node = m.node", "f.node", "f.node"),
    **_failing(
        "value",
        "JOIN reached r ON r.path = c.path AND r.s = f.node",
        "JOIN reached r ON r.path = c.path AND r.o = m.node JOIN focus f ON f.focus = c.focus AND f.node = r.s",
        "r.o",
        "r.o",
    ),
    "found": "SELECT c.reported, f.node, x.value, x.path, x.messages, f.times FROM checks c"
    " JOIN found x ON x.question = c.question JOIN focus f ON f.focus = c.focus AND f.node = x.node"
    " WHERE c.way = 'found'",
}
