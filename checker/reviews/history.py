"""The decisions of a review as a person tells them: who, when, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.report import Verdict
from checker.reviews.model import Act, Decision, Review


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision. ``before`` and ``after`` are the verdict that stood and the one that stands since."""

    decision: Decision
    title: str
    before: Verdict
    after: Verdict
    first: bool
    """True where nobody had decided on the requirement before."""

    @property
    def act(self) -> Act:
        return self.decision.act

    @property
    def turned(self) -> bool:
        return self.before != self.after


def history(review: Review) -> tuple[Entry, ...]:
    """Every decision, the latest first; one on a requirement that the report does not have is left out."""
    return tuple(reversed(tuple(_entries(review))))


def _entries(review: Review) -> Iterator[Entry]:
    rows = {row.id: row for row in review.report.requirements}
    stands: dict[str, Verdict | None] = {}
    for decision in review.decisions:
        row = rows.get(decision.requirement)
        if row is None:
            continue
        before = stands.get(row.id)
        stands[row.id] = decision.verdict
        yield Entry(decision, row.title, before or row.verdict, decision.verdict or row.verdict, before is None)
