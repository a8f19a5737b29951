"""Page numbers as a person would say them."""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 12


def pages(numbers: Sequence[int]) -> str:
    """``page 3``, or ``pages 1-4, 7``; the first dozen of many ranges."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = ranges[-1][0], number
        else:
            ranges.append((number, number))
    said = [str(a) if a == b else f"{a}, {b}" if b == a + 1 else f"{a}-{b}" for a, b in ranges]
    shown = ", ".join(said[:_SHOWN]) + (" and others" if len(said) > _SHOWN else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
