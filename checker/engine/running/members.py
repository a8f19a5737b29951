"""The table ``members``: for each question, the nodes of which it is true, or false where it lists those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.families.registry import ANSWERS
from checker.engine.program.model import Question
from checker.engine.running.demand import Demand

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

_COMBINED = ("and", "xone", "atLeast", "always")


def write_members(tables: Tables, demand: Demand) -> None:
    """Answers the families' questions, one kind at a time, and then what is built on them, level by level."""
    asked = {number: tables.program.questions[number - 1] for number in sorted(demand.questions)}
    _write_candidates(tables, demand)
    kinds: dict[str, list[tuple[int, Question]]] = {}
    for number, question in asked.items():
        if question.kind not in _COMBINED:
            kinds.setdefault(question.kind, []).append((number, question))
    for kind, questions in kinds.items():
        _write_asked(tables, kind, questions)
        ANSWERS[kind](tables, kind)
    tables.run("INSERT INTO members SELECT DISTINCT question, node FROM found")
    for level in sorted({q.level for q in asked.values()} - {0}):
        at = [(n, q) for n, q in asked.items() if q.level == level]
        _write_and(tables, [(n, q) for n, q in at if q.kind == "and"])
        _write_xone(tables, [(n, q) for n, q in at if q.kind == "xone"])
        _write_at_least(tables, [(n, q) for n, q in at if q.kind == "atLeast"])


def _write_candidates(tables: Tables, demand: Demand) -> None:
    """The nodes that each question of a family is asked about, those of class and list left out: they know theirs."""
    alone = [
        row for row in demand.asked if tables.program.questions[row[0] - 1].kind not in (*_COMBINED, "class", "oneOf")
    ]
    if not alone:
        return
    tables.run("CREATE TEMP TABLE asking (question INTEGER, focus INTEGER, image INTEGER)")
    tables.insert("asking", alone)
    tables.run(
        "INSERT INTO candidates SELECT DISTINCT question, node FROM ("
        "SELECT a.question, f.node FROM asking a JOIN focus f ON f.focus = a.focus UNION ALL "
        "SELECT a.question, r.o FROM (SELECT DISTINCT path, o FROM reached"
        " WHERE path IN (SELECT image FROM asking)) r JOIN asking a ON a.image = r.path)"
    )


def _write_asked(tables: Tables, kind: str, questions: list[tuple[int, Question]]) -> None:
    """A row for each term of a question, or one where it has none."""
    tables.run(f"CREATE TEMP TABLE asked_{kind} (question INTEGER, path INTEGER, a INTEGER, text VARCHAR)")
    rows = [
        (number, q.path, term, q.details[0] if q.details else "")
        for number, q in questions
        for term in q.terms or (None,)
    ]
    tables.insert(f"asked_{kind}", rows)


def _write_and(tables: Tables, questions: list[tuple[int, Question]]) -> None:
    """Where some part lists its truth: nodes in all of those and in none of the rest. Else any node in a part."""
    rows = [(n, abs(c), tables.program.lists_truth(c)) for n, q in questions for c in q.children]
    if not rows:
        return
    tables.run("CREATE OR REPLACE TEMP TABLE parts (question INTEGER, part INTEGER, listed BOOLEAN)")
    tables.insert("parts", rows)
    tables.run(
        "CREATE OR REPLACE TEMP TABLE wholes AS"
        " SELECT question, count(*) FILTER (listed) AS needed FROM parts GROUP BY question"
    )
    tables.run(
        "INSERT INTO members SELECT x.question, x.node FROM ("
        "SELECT p.question, m.node, count(*) FILTER (p.listed) AS there, count(*) FILTER (NOT p.listed) AS amiss"
        " FROM parts p JOIN members m ON m.question = p.part GROUP BY p.question, m.node) x"
        " JOIN wholes w USING (question)"
        " WHERE CASE WHEN w.needed = 0 THEN x.amiss > 0 ELSE x.there = w.needed AND x.amiss = 0 END"
    )


def _write_xone(tables: Tables, questions: list[tuple[int, Question]]) -> None:
    """A node in no row has as many true parts as there are parts that list where they are false."""
    rows = [(n, abs(c), tables.program.lists_truth(c)) for n, q in questions for c in q.children]
    if not rows:
        return
    tables.run("CREATE OR REPLACE TEMP TABLE parts (question INTEGER, part INTEGER, listed BOOLEAN)")
    tables.insert("parts", rows)
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


def _write_at_least(tables: Tables, questions: list[tuple[int, Question]]) -> None:
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
