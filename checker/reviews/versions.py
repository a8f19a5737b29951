"""Two versions of one draft side by side: what got better, what got lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from checker.folding import fold
from checker.report import Evidence, InputReport, RequirementOutcome, Verdict
from checker.reports.counts import URGENCY, Tally, natural, tally
from checker.reviews.model import Header

Direction = Literal["lost", "better", "otherwise", "unchanged"]
DIRECTIONS: tuple[Direction, ...] = ("lost", "better", "otherwise", "unchanged")
"""What a person should see first comes first. ``otherwise``: asked of one of the two versions only."""


@dataclass(frozen=True, slots=True)
class Change:
    """One requirement before and after; None where that version's check did not ask for it."""

    before: RequirementOutcome | None
    after: RequirementOutcome | None
    direction: Direction

    @property
    def row(self) -> RequirementOutcome:
        """The requirement as the later version has it."""
        row = self.after or self.before
        assert row is not None  # noqa: S101 -- never built of two Nones
        return row

    @property
    def new_passages(self) -> tuple[Evidence, ...]:
        """Passages of the later version with other words than any of the earlier one's."""
        return _unlike(self.after, self.before)

    @property
    def gone_passages(self) -> tuple[Evidence, ...]:
        """Passages of the earlier version that the later one no longer has."""
        return _unlike(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Versions:
    """All requirements of two reports, lost ones first; ``before`` and ``after`` count the verdicts of each."""

    changes: tuple[Change, ...]
    before: Tally
    after: Tally

    def of(self, direction: Direction) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.direction == direction)


def compare_versions(before: InputReport, after: InputReport) -> Versions:
    """What changed from one report to the other; give both as decided and in one language."""
    old = {row.id: row for row in before.requirements}
    new = {row.id: row for row in after.requirements}
    changes = (_change(old.get(i), new.get(i)) for i in {**new, **old})
    ordered = sorted(changes, key=lambda c: (DIRECTIONS.index(c.direction), natural(c.row.id)))
    return Versions(tuple(ordered), tally(before.requirements), tally(after.requirements))


def lines(headers: Iterable[Header]) -> tuple[tuple[Header, ...], ...]:
    """Drafts of which there are several versions: the reviews of each, oldest first.

    Reviews belong together where one says of another that it is the version before.
    """
    by_id = {header.id: header for header in headers}
    group_of = {review: {review} for review in by_id}
    for header in by_id.values():
        if header.version_of in by_id:
            joined = group_of[header.id] | group_of[header.version_of]
            for member in joined:
                group_of[member] = joined
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    return tuple(
        tuple(sorted((by_id[member] for member in group), key=lambda h: (h.created, h.id))) for group in groups.values()
    )


def earlier(header: Header, headers: Iterable[Header]) -> Header | None:
    """The version before, where it is still there."""
    return next((other for other in headers if other.id == header.version_of and other.id != header.id), None)


def _change(before: RequirementOutcome | None, after: RequirementOutcome | None) -> Change:
    return Change(before, after, _direction(_verdict(before), _verdict(after)))


def _verdict(row: RequirementOutcome | None) -> Verdict | None:
    return row.verdict if row else None


def _direction(before: Verdict | None, after: Verdict | None) -> Direction:
    if before == after:
        return "unchanged"
    if before in (None, "not-applicable") or after in (None, "not-applicable"):
        return "otherwise"
    return "better" if URGENCY.index(after) > URGENCY.index(before) else "lost"


def _unlike(these: RequirementOutcome | None, those: RequirementOutcome | None) -> tuple[Evidence, ...]:
    known = {_words(found.quote) for found in (those.evidence if those else ())}
    return tuple(found for found in (these.evidence if these else ()) if _words(found.quote) not in known)


def _words(quote: str) -> str:
    return " ".join(fold(quote).split())
