"""Questions built on others: all of them, exactly one of them, so many values of which one is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.program.model import Question
from checker.engine.running.keys import key

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

Numbered = list[tuple[int, Question]]


def write_and(tables: Tables, questions: Numbered) -> None:
    """Where some part lists its truth: the nodes of the shortest such list that are in all of them and in none of the
    rest. Else any node in a part."""
    if not _write_parts(tables, questions):
        return
    tables.run(
        "INSERT INTO members SELECT DISTINCT p.question, m.node FROM parts p JOIN members m ON m.question = p.part"
        " WHERE p.question NOT IN (SELECT question FROM parts WHERE listed)"
    )
    tables.run(
        "CREATE OR REPLACE TEMP TABLE shortest AS SELECT p.question, arg_min(p.part, coalesce(z.rows, 0)) AS part,"
        " count(*) - 1 AS others FROM parts p LEFT JOIN sizes z ON z.question = p.part WHERE p.listed"
        " GROUP BY p.question HAVING min(coalesce(z.rows, 0)) > 0"
    )
    tables.run(
        "CREATE OR REPLACE TEMP TABLE perhaps AS"
        " SELECT d.question, m.node FROM shortest d JOIN members m ON m.question = d.part"
    )
    tables.run(
        "CREATE OR REPLACE TEMP TABLE rest AS SELECT p.* FROM parts p JOIN shortest d ON d.question = p.question"
        " WHERE p.part <> d.part"
    )
    tables.run(
        "CREATE OR REPLACE TEMP TABLE seen AS SELECT c.question, c.node, count(*) FILTER (p.listed) AS there,"
        " count(*) FILTER (NOT p.listed) AS amiss FROM perhaps c JOIN rest p ON p.question = c.question"
        f" JOIN (SELECT {key('question', 'node')} AS key FROM members WHERE question IN (SELECT part FROM rest)) m"
        f" ON m.key = {key('p.part', 'c.node')} GROUP BY c.question, c.node"
    )
    tables.run(
        "INSERT INTO members SELECT c.question, c.node FROM perhaps c JOIN shortest d ON d.question = c.question"
        " LEFT JOIN seen x ON x.question = c.question AND x.node = c.node"
        " WHERE coalesce(x.there, 0) = d.others AND coalesce(x.amiss, 0) = 0"
    )


def write_xone(tables: Tables, questions: Numbered) -> None:
    """A node in no row has as many true parts as there are parts that list where they are false."""
    if not _write_parts(tables, questions):
        return
    tables.run(
        "CREATE OR REPLACE TEMP TABLE wholes AS"
        " SELECT question, count(*) FILTER (NOT listed) AS silent FROM parts GROUP BY question"
    )
    tables.run(
        "INSERT INTO members SELECT x.question, x.node FROM ("
        "SELECT p.question, m.node, sum(CASE WHEN p.listed THEN 1 ELSE -1 END) AS more"
        " FROM parts p JOIN members m ON m.question = p.part GROUP BY p.question, m.node) x"
        " JOIN wholes w USING (question)"
        " WHERE (w.silent + x.more = 1) = (w.silent <> 1)"
    )


def write_at_least(tables: Tables, questions: Numbered) -> None:
    """Counts values in the rows of the inner question; where it lists the contrary, all values less those."""
    rows = [(n, q.path, abs(q.children[0]), tables.program.lists_truth(q.children[0]), q.count) for n, q in questions]
    if not rows:
        return
    tables.run(
        "CREATE OR REPLACE TEMP TABLE counted"
        " (question INTEGER, path INTEGER, inner_one INTEGER, listed BOOLEAN, wanted INTEGER)"
    )
    tables.insert("counted", rows)
    matched = (
        "SELECT m.question, m.wanted, r.s, count(*) AS n FROM"
        " (SELECT c.question, c.path, c.wanted, m.node FROM members m JOIN counted c ON m.question = c.inner_one"
        " WHERE {}) m JOIN reached r ON r.path = m.path AND r.o = m.node GROUP BY ALL"
    )
    if any(row[3] for row in rows):
        tables.run(f"INSERT INTO members SELECT question, s FROM ({matched.format('c.listed')}) WHERE n >= wanted")
    if not all(row[3] for row in rows):
        tables.run(
            "INSERT INTO members SELECT c.question, t.s FROM (SELECT path, s, count(*) AS n FROM reached"
            " WHERE path IN (SELECT path FROM counted WHERE NOT listed) GROUP BY path, s) t"
            " JOIN counted c ON c.path = t.path AND NOT c.listed AND t.n >= c.wanted"
            f" LEFT JOIN ({matched.format('NOT c.listed')}) x ON x.question = c.question AND x.s = t.s"
            " WHERE t.n - coalesce(x.n, 0) >= c.wanted"
        )


def _write_parts(tables: Tables, questions: Numbered) -> bool:
    """The parts of each question, and whether a part lists where it is true. False where there are none."""
    rows = [(n, abs(c), tables.program.lists_truth(c)) for n, q in questions for c in q.children]
    if rows:
        tables.run("CREATE OR REPLACE TEMP TABLE parts (question INTEGER, part INTEGER, listed BOOLEAN)")
        tables.insert("parts", rows)
    return bool(rows)
