"""Proposals side by side under a donor's profile: requirement by requirement, with how much each covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.errors import CallError
from checker.knowledge.model import Kind, Profile
from checker.report import VERDICTS, InputReport, RequirementOutcome, Strength, Verdict
from checker.reports.counts import CREDIT, natural

Order = Literal["chosen", "name", "coverage"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A review that takes part: its id, and its report as decided, in the language of the comparison."""

    id: str
    name: str
    report: InputReport


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what applies is there: met counts 1, partly met 0.5, the rest 0, each with its weight.

    What does not apply, was not asked, or weighs nothing is left out.
    """

    counts: tuple[tuple[Verdict, int], ...]
    share: float | None
    """From 0 to 1; None where nothing counts."""
    needs_review: int
    """Verdicts among those counted that nobody has looked at yet."""
    unasked: int
    """Requirements of the profile that the check of this proposal did not ask."""

    def of(self, verdict: Verdict) -> int:
        return dict(self.counts)[verdict]

    @property
    def counted(self) -> int:
        return sum(n for verdict, n in self.counts if verdict != "not-applicable")


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement with its outcome in each proposal; None where it was not asked of that one."""

    id: str
    theme: str
    theme_label: str
    title: str
    strength: Strength
    weight: float
    cells: tuple[RequirementOutcome | None, ...]

    @property
    def differs(self) -> bool:
        return len({cell.verdict if cell else None for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Group:
    """A theme's rows."""

    theme: str
    label: str
    rows: tuple[Row, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns are in the order of ``proposals``, as are the cells of every row."""

    proposals: tuple[Proposal, ...]
    coverage: tuple[Coverage, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)


def compare_proposals(
    proposals: Sequence[Proposal], profile: Profile, weights: Mapping[str, float] | None = None
) -> Comparison:
    """The comparison of what ``profile`` holds. ``weights`` stand before those of the profile; 0 leaves out."""
    if len({proposal.id for proposal in proposals}) != len(proposals):
        raise CallError(
            "a proposal stands in the comparison twice", remedy="choose each once", text="error-proposal-twice"
        )
    given = {**profile.weights, **(weights or {})}
    outcomes = [{row.id: row for row in p.report.requirements if row.id in profile.requirements} for p in proposals]
    first: dict[str, RequirementOutcome] = {}
    for found in outcomes:
        first = {**found, **first}
    rows = [
        _row(first[i], given.get(i, 1.0), profile.strengths.get(i), tuple(found.get(i) for found in outcomes))
        for i in sorted(first, key=natural)
    ]
    themes = sorted({row.theme: row.theme_label for row in rows}.items(), key=lambda item: item[1].casefold())
    groups = tuple(
        _group(theme, label, [row for row in rows if row.theme == theme], len(proposals)) for theme, label in themes
    )
    return Comparison(tuple(proposals), _coverages(rows, len(proposals)), groups)


def may_be_ranked(kinds: Iterable[str], known: Mapping[str, Kind]) -> bool:
    """False where any of the drafts is a country's own policy, or of a kind that is not known, which may be one."""
    return all(kind in known and not known[kind].unranked for kind in kinds)


def in_order(
    proposals: Sequence[Proposal],
    order: Order,
    profile: Profile,
    known: Mapping[str, Kind],
    weights: Mapping[str, float] | None = None,
) -> tuple[Proposal, ...]:
    """The proposals as chosen, by name, or by coverage, the most first. ``known`` are the kinds of drafts by id.

    Raises CallError where they are to be sorted by coverage and may not be.
    """
    if order == "chosen":
        return tuple(proposals)
    if order == "name":
        return tuple(sorted(proposals, key=lambda p: (natural(p.name.casefold()), p.id)))
    if not may_be_ranked((p.report.kind for p in proposals), known):
        raise CallError(
            "policies of countries are not ranked",
            remedy="sort by name, or compare proposals only",
            text="error-not-ranked",
        )
    shares = {
        p.id: c.share for p, c in zip(proposals, compare_proposals(proposals, profile, weights).coverage, strict=True)
    }
    return tuple(sorted(proposals, key=lambda p: (-(shares[p.id] or 0.0), natural(p.name.casefold()), p.id)))


def _row(
    first: RequirementOutcome, weight: float, strength: Strength | None, cells: tuple[RequirementOutcome | None, ...]
) -> Row:
    return Row(
        first.id, first.theme, first.theme_label or first.theme, first.title, strength or first.strength, weight, cells
    )


def _group(theme: str, label: str, rows: list[Row], width: int) -> Group:
    return Group(theme, label, tuple(rows), _coverages(rows, width))


def _coverages(rows: Sequence[Row], width: int) -> tuple[Coverage, ...]:
    return tuple(_coverage(rows, column) for column in range(width))


def _coverage(rows: Sequence[Row], column: int) -> Coverage:
    counting = [row for row in rows if row.weight > 0]
    asked = [(row.weight, cell) for row in counting if (cell := row.cells[column])]
    counts = Counter(cell.verdict for _, cell in asked)
    applying = [(weight, cell) for weight, cell in asked if cell.verdict != "not-applicable"]
    whole = sum(weight for weight, _ in applying)
    return Coverage(
        counts=tuple((verdict, counts[verdict]) for verdict in VERDICTS),
        share=sum(weight * CREDIT[cell.verdict] for weight, cell in applying) / whole if applying else None,
        needs_review=sum(cell.needs_review for _, cell in applying),
        unasked=len(counting) - len(asked),
    )
