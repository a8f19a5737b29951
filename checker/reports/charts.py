"""Geometry of the stacked bars: shares in percent, drawn as SVG by the templates."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report import Verdict
from checker.reports.counts import Tally


@dataclass(frozen=True, slots=True)
class Segment:
    """One verdict's part of a bar; ``x`` and ``width`` are percent of the whole drawing."""

    verdict: Verdict
    n: int
    x: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)


def segments(counts: Tally, longest: int | None = None) -> tuple[Segment, ...]:
    """The bar of these counts. ``longest`` is the total that fills the drawing; its own unless given."""
    full = longest or counts.total
    bars: list[Segment] = []
    before = 0
    for verdict, n in counts.counts:
        if n:
            bars.append(Segment(verdict, n, round(100 * before / full, 2), round(100 * n / full, 2)))
        before += n
    return tuple(bars)
