"""The table ``members``: for each question, the nodes of which it is true, or false where it lists those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.families.registry import ANSWERS
from checker.engine.program.model import Question
from checker.engine.running.combined import write_and, write_at_least, write_xone
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
    tables.run("CREATE TEMP TABLE sizes AS SELECT question, count(*) AS rows FROM members GROUP BY question")
    for level in sorted({q.level for q in asked.values()} - {0}):
        at = [(n, q) for n, q in asked.items() if q.level == level]
        write_and(tables, [(n, q) for n, q in at if q.kind == "and"])
        write_xone(tables, [(n, q) for n, q in at if q.kind == "xone"])
        write_at_least(tables, [(n, q) for n, q in at if q.kind == "atLeast"])
        _write_sizes(tables, [n for n, _ in at])


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


def _write_sizes(tables: Tables, numbers: list[int]) -> None:
    tables.run("CREATE OR REPLACE TEMP TABLE fresh (question INTEGER)")
    tables.insert("fresh", [(n,) for n in numbers])
    tables.run(
        "INSERT INTO sizes SELECT question, count(*) FROM members"
        " WHERE question IN (SELECT question FROM fresh) GROUP BY question"
    )
