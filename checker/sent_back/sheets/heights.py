"""How high a row of wrapped text has to be: programs other than Excel do not find it out when they open a file."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

TALL = 400
"""Points; a row in Excel can be 409 high."""
_LINE = 12.75
_SIGNS = 1.22
"""Signs of running text in Arial for each unit of a column's width, what wrapping loses taken off."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """In points, for texts each with the width of its column."""
    lines = max((_lines(text, width * _SIGNS) for text, width in cells), default=1)
    return min(TALL, _LINE * lines + 3)


def _lines(text: str, signs: float) -> int:
    return sum(max(1, ceil(len(line) / signs)) for line in text.split("\n"))
