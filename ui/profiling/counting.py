"""How much of each theme is ticked, and how much it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.report import STRENGTHS, Strength
from ui.profiling.making import Making


@dataclass(frozen=True, slots=True)
class Count:
    """``share`` is that of the theme's weight in the weight of all that is ticked, from 0 to 1."""

    theme: str
    label: str
    ticked: int
    of: int
    share: float


def by_theme(making: Making, knowledge: Knowledge, language: str) -> tuple[Count, ...]:
    """Every theme, by its label."""
    known = knowledge.requirements
    whole = _weight(making, (known[r] for r in making.ticked))
    counts = []
    for theme in knowledge.themes.values():
        all_ = [r for r in known.values() if r.theme == theme.id]
        ticked = [r for r in all_ if r.id in making.ticked]
        share = _weight(making, ticked) / whole if whole else 0.0
        counts.append(Count(theme.id, theme.label.in_(language), len(ticked), len(all_), share))
    return tuple(sorted(counts, key=lambda c: c.label.casefold()))


def by_strength(making: Making, knowledge: Knowledge) -> dict[Strength, int]:
    asked = [making.asked(knowledge.requirements[r]).strength for r in making.ticked]
    return {strength: asked.count(strength) for strength in STRENGTHS}


def _weight(making: Making, of: Iterable[Requirement]) -> float:
    return sum(making.asked(r).weight for r in of)
