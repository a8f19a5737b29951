"""Outcomes of several proposals, requirement by requirement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.report import InputReport, RequirementOutcome
from checker.reports.counts import natural


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement with its outcome in each proposal, None where it is not asked."""

    any: RequirementOutcome
    weight: float
    outcomes: tuple[RequirementOutcome | None, ...]


def coverage(outcomes: Sequence[tuple[RequirementOutcome | None, float]]) -> float | None:
    """Weighed share that is met, partly met counting half; None where nothing applies."""
    asked = [(row, weight) for row, weight in outcomes if row is not None and row.verdict != "not-applicable"]
    total = sum(weight for _, weight in asked)
    got = sum(weight * {"met": 1.0, "partly-met": 0.5}.get(row.verdict, 0.0) for row, weight in asked)
    return got / total if total else None


def lines_of(drafts: Sequence[InputReport], weights: Mapping[str, float]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Lines by theme, themes in the order in which they first appear."""
    rows = [{row.id: row for row in draft.requirements} for draft in drafts]
    some = {row.id: row for found in rows for row in found.values()}
    groups: dict[str, list[Line]] = {}
    for row in some.values():
        outcomes = tuple(found.get(row.id) for found in rows)
        line = Line(row, weights.get(row.id, row.weight), outcomes)
        groups.setdefault(row.theme_label or row.theme, []).append(line)
    return tuple((label, tuple(sorted(g, key=lambda one: natural(one.any.id)))) for label, g in groups.items())
