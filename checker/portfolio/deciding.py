"""Verdicts of many drafts at once: the table in docs/modelling.md over columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from checker.descriptions.description import Description
from checker.portfolio.asked import Asked, Numbers, Truths
from checker.report import Verdict

WEAKEST_FIRST: tuple[Verdict, ...] = ("not-met", "not-stated", "partly-met", "met", "not-applicable")
"""Verdicts by their numbers: of the parts of a draft the one with the least decides."""
_NOT_MET, _NOT_STATED, _PARTLY, _MET, _NOT_APPLICABLE = range(5)
Small = np.ndarray[Any, np.dtype[np.int8]]


def decide_all(asked: Asked, failing: Truths) -> Small:
    """The verdict of each node (a row) on each requirement (a column). ``failing`` has a row a node and
    ``asked.width`` columns."""
    claims, conditions = failing[:, : len(asked.claims)], failing[:, len(asked.claims) :]
    counted = _number(asked, claims, asked.counting)
    asserted = _number(asked, claims, asked.asserting)
    breaks = _number(asked, claims, asked.breaking) > 0
    essential = _number(asked, claims, asked.essential) > 0
    assertions = _number(asked, np.ones((1, len(asked.claims)), dtype=bool), asked.asserting)
    conditional = np.array([r.condition_iri is not None for r in asked.requirements], dtype=bool)
    enough = np.array([r.partly_from for r in asked.requirements])
    return np.select(
        [conditions, breaks, counted == 0, essential, assertions - asserted >= enough],
        [
            np.int8(_NOT_APPLICABLE),
            np.int8(_NOT_MET),
            np.where((assertions > 0) | conditional, _MET, _NOT_STATED).astype(np.int8),
            np.int8(_NOT_STATED),
            np.int8(_PARTLY),
        ],
        np.int8(_NOT_STATED),
    ).astype(np.int8)


def decisive(asked: Asked, verdicts: Small, descriptions: Sequence[Description]) -> Numbers:
    """Which node decides on each requirement (a column) for each description (a row); -1 where it is not asked.

    Nodes follow each other as the descriptions have them: the draft itself decides where its kind is one of the
    requirement's, else its parts do, the weakest first.
    """
    found = np.full((len(descriptions), len(asked.requirements)), -1, dtype=np.int64)
    node = 0
    for row, description in enumerate(descriptions):
        own = asked.kinds[description.kind]
        if description.parts:
            rank = np.full((len(description.parts), len(asked.requirements)), 5, dtype=np.int8)
            for place, (_, kind) in enumerate(description.parts):
                np.copyto(rank[place], verdicts[node + 1 + place], where=asked.kinds[kind])
            found[row] = np.where(rank.min(axis=0) < 5, node + 1 + rank.argmin(axis=0), -1)
        found[row][own] = node
        node += len(description.nodes)
    return found


def _number(asked: Asked, failing: Truths, role: Truths) -> Numbers:
    """How many claims of a role fail, a requirement a column."""
    if not asked.requirements:
        return np.zeros((len(failing), 0), dtype=np.int64)
    return np.add.reduceat(failing & role, asked.first, axis=1, dtype=np.int64)
