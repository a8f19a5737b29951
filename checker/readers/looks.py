"""Levels for headings that are known by their look only: numbers say it where there are numbers, size where not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from checker.readers.markers import section_depth

Look = tuple[float, bool]
"""Font size and whether all letters are capitals; larger and capital comes first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    text: str
    size: float

    @property
    def look(self) -> Look:
        return (round(self.size * 2) / 2, self.text.isupper())


def levels(candidates: Sequence[Candidate]) -> list[int]:
    """A level from 1 to 6 for each candidate, in order."""
    depths = [section_depth(candidate.text) for candidate in candidates]
    looks = sorted({candidate.look for candidate in candidates}, reverse=True)
    votes: defaultdict[Look, Counter[int]] = defaultdict(Counter)
    for candidate, depth in zip(candidates, depths, strict=True):
        if depth is not None:
            votes[candidate.look][depth] += 1
    by_look: dict[Look, int] = {}
    previous = 0
    for look in looks:
        level = votes[look].most_common(1)[0][0] if votes[look] else previous + 1
        by_look[look] = previous = level
    return [
        min(6, by_look[candidate.look] if depth is None else _numbered(depth, by_look[candidate.look]))
        for candidate, depth in zip(candidates, depths, strict=True)
    ]


def _numbered(depth: int, by_look: int) -> int:
    """A number of one part may stand below a larger heading (Part I, then 1, 2); deeper numbers say their level."""
    return max(depth, by_look) if depth == 1 else depth
