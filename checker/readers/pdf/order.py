"""Reading order. Files draw their text in the order in which it was written; where one does not, columns are cut."""

from __future__ import annotations

from itertools import pairwise

from checker.readers.pdf.layout import Fragment, Page

_GUTTER = 9.0
"""Points of white between two columns."""


def put_in_order(page: Page) -> None:
    """Sorts the fragments of a page whose own order jumps about."""
    jumps = sum(
        later.base > earlier.base + 2 * earlier.size and later.left < earlier.right - earlier.size
        for earlier, later in pairwise(page.fragments)
    )
    if jumps > 2 and jumps > len(page.fragments) / 12:
        page.fragments = _cut(page.fragments)


def _cut(fragments: list[Fragment]) -> list[Fragment]:
    """Top to bottom; where a white gutter runs through lines of text, its left side first."""
    rows = sorted(fragments, key=lambda fragment: (-fragment.base, fragment.left))
    if len(rows) < 6:
        return rows
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    found: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for fragment in rows:
        if fragment.left < gutter < fragment.right:  # spans both columns: what stands above comes first
            found += [*left, *right, fragment]
            left, right = [], []
        else:
            (left if fragment.right <= gutter else right).append(fragment)
    return [*found, *left, *right]


def _gutter(rows: list[Fragment]) -> float | None:
    """The x of a white band in the middle third that at least two thirds of the lines respect."""
    low, high = min(f.left for f in rows), max(f.right for f in rows)
    best: tuple[int, float] | None = None
    x = low + (high - low) / 3
    while x < high - (high - low) / 3:
        crossing = sum(f.left < x + _GUTTER / 2 and f.right > x - _GUTTER / 2 for f in rows)
        if best is None or crossing < best[0]:
            best = (crossing, x)
        x += 3
    return best[1] if best and best[0] * 3 <= len(rows) else None
