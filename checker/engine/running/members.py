"""The table ``members``: for each question of a family, the nodes of which it is true, or not, whichever it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.engine.families.registry import ANSWERS
from checker.engine.program.model import Question
from checker.engine.running.combined import Lists
from checker.engine.running.demand import Demand
from checker.engine.running.marks import paired, stretches

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

_COMBINED = ("and", "xone", "atLeast", "always")


def write_members(tables: Tables, demand: Demand) -> None:
    """Answers the families' questions, one kind at a time."""
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


def read_members(tables: Tables) -> Lists:
    """The table as sets of nodes, by question."""
    found = tables.columns("SELECT question, node FROM members")
    pairs = np.sort(paired(found["question"], found["node"]))
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    nodes = pairs.astype(np.int32)
    return {question: nodes[at] for question, at in stretches(pairs >> 32).items()}


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
