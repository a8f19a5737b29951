"""Lengths of time in words and figures."""

from __future__ import annotations

import re

from checker.folding import fold
from checker.knowledge.structures import Structures

_WORD = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*")


def months_in(text: str, structures: Structures) -> float:
    """The longest time that a text names, in months; 0 where it names none. "3, 6 and 12 months" gives 12."""
    numbers = {fold(w): float(c.value) for c in structures.numbers for w in c.wordings}
    units = {fold(w): float(c.value) for c in structures.units for w in c.wordings}
    longest, waiting = 0.0, 0.0
    for m in _WORD.finditer(text):
        word = fold(m[0])
        if word.isdigit() or word in numbers:
            waiting = max(waiting, float(word) if word.isdigit() else numbers[word])
        elif word in units:
            longest, waiting = max(longest, (waiting or 0.0) * units[word]), 0.0
    return longest
