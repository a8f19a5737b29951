"""Counting and ordering what a check found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checker.report import STRENGTHS, VERDICTS, RequirementOutcome, Strength, Verdict

URGENCY: tuple[Verdict, ...] = ("not-met", "not-stated", "partly-met", "met", "not-applicable")
"""Verdicts, what to mend first coming first."""
CREDIT: dict[Verdict, float] = {"met": 1.0, "partly-met": 0.5, "not-met": 0.0, "not-stated": 0.0}
"""How far each verdict covers what is asked; what does not apply asks for nothing."""
ISSUES: tuple[Verdict, ...] = ("not-met", "not-stated", "partly-met")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many requirements have which verdict, in the order of ``VERDICTS``."""

    counts: tuple[tuple[Verdict, int], ...]
    needs_review: int
    coverage: float = 0.0
    """Share of what applies that is met, partly met counting half, each with its weight; from 0 to 1."""
    weighed: bool = False
    """True where some requirement counts more or less than the others."""

    def of(self, verdict: Verdict) -> int:
        return dict(self.counts)[verdict]

    @property
    def total(self) -> int:
        return sum(n for _, n in self.counts)

    @property
    def applicable(self) -> int:
        return self.total - self.of("not-applicable")

    @property
    def issues(self) -> int:
        return sum(self.of(verdict) for verdict in ISSUES)


def tally(requirements: Iterable[RequirementOutcome]) -> Tally:
    """Counts by verdict."""
    rows = tuple(requirements)
    found = Counter(row.verdict for row in rows)
    weights = [(row.weight, CREDIT[row.verdict]) for row in rows if row.verdict != "not-applicable"]
    return Tally(
        counts=tuple((verdict, found[verdict]) for verdict in VERDICTS),
        needs_review=sum(row.needs_review for row in rows),
        coverage=sum(w * credit for w, credit in weights) / sum(w for w, _ in weights) if weights else 0.0,
        weighed=len({w for w, _ in weights}) > 1,
    )


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key in which SOP-2 comes before SOP-10."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text))


def by_urgency(row: RequirementOutcome) -> tuple[object, ...]:
    """Sort key: the worst verdict first, then must before should before may, then the id."""
    return URGENCY.index(row.verdict), STRENGTHS.index(row.strength), natural(row.id)


def by_duty(row: RequirementOutcome) -> tuple[object, ...]:
    """Sort key: must before should before may, then the worst verdict, then the id."""
    return STRENGTHS.index(row.strength), URGENCY.index(row.verdict), natural(row.id)


def first_to_mend(requirements: Iterable[RequirementOutcome], n: int = 5) -> tuple[RequirementOutcome, ...]:
    """The issues to take up first; what is only offered as an option (may), or does not count, is none of them."""
    issues = (row for row in requirements if row.counts and row.strength != "may")
    return tuple(sorted(issues, key=by_duty)[:n])


def themes(requirements: Iterable[RequirementOutcome]) -> tuple[tuple[str, tuple[RequirementOutcome, ...]], ...]:
    """Requirements by theme label, in the order in which the themes first appear."""
    groups: dict[str, list[RequirementOutcome]] = {}
    for row in requirements:
        groups.setdefault(row.theme_label or row.theme, []).append(row)
    return tuple((label, tuple(rows)) for label, rows in groups.items())


def strengths(
    requirements: Iterable[RequirementOutcome],
) -> tuple[tuple[Strength, tuple[RequirementOutcome, ...]], ...]:
    """Requirements by strength, strengths without any left out."""
    rows = tuple(requirements)
    groups = ((strength, tuple(row for row in rows if row.strength == strength)) for strength in STRENGTHS)
    return tuple(group for group in groups if group[1])
