"""What the page of a portfolio shows, as plain values for its templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.portfolio.seen.about import About
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.outliers import Outlier, outliers
from checker.portfolio.seen.packed import Packed, packed
from checker.portfolio.seen.sums import ALL, BINS, Asked, Spread, Sum, Sums, most_missed, sums
from checker.portfolio.seen.wording import Names
from checker.reports.charts import Segment, segments
from checker.reports.counts import Tally

STEPS = 10
FAILURES = 200
OUTLIERS = 200
FIRST = 25
"""Descriptions that the page lists where no script runs."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One of the heat map. ``step`` is its tint from 0 to ``STEPS``, None where nothing applies."""

    kind: str
    sum: Sum | None

    @property
    def step(self) -> int | None:
        share = self.sum.share if self.sum else None
        return None if share is None else min(int(share * STEPS + 0.5), STEPS)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the heat map: a theme or a requirement."""

    id: str
    label: str
    strength: str
    cells: tuple[Cell, ...]
    segments: tuple[Segment, ...]

    @property
    def all(self) -> Sum:
        found = self.cells[0].sum
        assert found is not None  # noqa: S101 - what is in no description is no row
        return found


@dataclass(frozen=True, slots=True)
class Theme:
    line: Line
    requirements: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of the histogram, in percent of the drawing."""

    low: int
    high: int
    n: int
    x: float
    height: float


@dataclass(frozen=True, slots=True)
class KindSpread:
    kind: str
    label: str
    spread: Spread


@dataclass(frozen=True, slots=True)
class Missed:
    line: Line
    theme: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FirstRow:
    """A description as listed where no script runs."""

    name: str
    source: str
    kind: str
    counts: tuple[int, ...]
    coverage: float | None


@dataclass(frozen=True, slots=True)
class Page:
    about: About
    sums: Sums
    whole: tuple[Segment, ...]
    kinds: tuple[tuple[str, str, int], ...]
    themes: tuple[Theme, ...]
    missed: tuple[Missed, ...]
    bins: tuple[Bin, ...]
    spreads: tuple[KindSpread, ...]
    outliers: tuple[Outlier, ...]
    first: tuple[FirstRow, ...]
    packed: Packed
    other_knowledge: bool
    """True where the portfolio was checked with other knowledge than the names are taken from."""

    @property
    def descriptions(self) -> int:
        return self.sums.descriptions


def page_of(portfolio: Portfolio, names: Names) -> Page:
    found = sums(portfolio)
    kinds = (ALL, *found.kinds)
    lines = {asked.id: _requirement(asked, kinds, names) for asked in found.requirements}
    return Page(
        about=portfolio.about,
        sums=found,
        whole=segments(found.whole) if found.whole.total else (),
        kinds=tuple((kind, names.kind(kind), _count(found, kind)) for kind in found.kinds),
        themes=_themes(found, kinds, lines, names),
        missed=tuple(_missed(asked, lines[asked.id], names) for asked in most_missed(found.requirements)),
        bins=_bins(found.bins),
        spreads=tuple(KindSpread(k, names.kind(k), found.spread[k]) for k in found.kinds if k in found.spread),
        outliers=outliers(portfolio, names.knowledge),
        first=_first(portfolio, names),
        packed=packed(portfolio, found, names),
        other_knowledge=bool(portfolio.about.knowledge) and portfolio.about.knowledge != names.knowledge.digest,
    )


def _count(found: Sums, kind: str) -> int:
    return found.spread[kind].descriptions if kind in found.spread else 0


def _themes(found: Sums, kinds: Sequence[str], lines: dict[str, Line], names: Names) -> tuple[Theme, ...]:
    themes = sorted(found.themes, key=lambda theme: names.theme(theme).casefold())
    return tuple(
        Theme(
            _line(theme, names.theme(theme), "", found.themes[theme], kinds),
            tuple(lines[asked.id] for asked in found.requirements if asked.theme == theme),
        )
        for theme in themes
    )


def _requirement(asked: Asked, kinds: Sequence[str], names: Names) -> Line:
    return _line(asked.id, names.requirement(asked.id), asked.strength, asked.by_kind, kinds)


def _line(id_: str, label: str, strength: str, by_kind: Mapping[str, Sum], kinds: Sequence[str]) -> Line:
    cells = tuple(Cell(kind, by_kind.get(kind)) for kind in kinds)
    return Line(id_, label, strength, cells, segments(by_kind[ALL].counts))


def _missed(asked: Asked, line: Line, names: Names) -> Missed:
    counts = asked.all.counts
    applying = tuple((v, 0 if v == "not-applicable" else n) for v, n in counts.counts)
    return Missed(line, names.theme(asked.theme), segments(Tally(applying, 0)))


def _bins(counts: Sequence[int]) -> tuple[Bin, ...]:
    most, width = max(counts, default=0) or 1, 100 / BINS
    return tuple(
        Bin(round(at * width), round((at + 1) * width), n, round(at * width, 2), round(100 * n / most, 2))
        for at, n in enumerate(counts)
    )


def _first(portfolio: Portfolio, names: Names) -> tuple[FirstRow, ...]:
    rows = portfolio.rows(
        "SELECT coalesce(title, description), source, kind, met, partly_met, not_met, not_stated, coverage FROM d "
        "WHERE n < ? ORDER BY n",
        FIRST,
    )
    return tuple(FirstRow(name, source, names.kind(kind), tuple(c), share) for name, source, kind, *c, share in rows)
