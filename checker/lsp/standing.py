"""What was found before in a text that cannot be read for the moment, as far as it still stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.lsp.findings import Finding


def standing(found: Iterable[Finding], before: list[str], now: list[str]) -> Iterator[Finding]:
    """Findings on lines that have not changed, moved as these have; the lines are those of the two texts."""
    most = min(len(before), len(now))
    same = next((n for n in range(most) if before[n] != now[n]), most)
    alike = next((n for n in range(most - same) if before[-1 - n] != now[-1 - n]), most - same)
    shift = len(now) - len(before)
    for one in found:
        if one.at.end_line < same:
            yield one
        elif one.at.line >= len(before) - alike:
            yield replace(one, at=replace(one.at, line=one.at.line + shift, end_line=one.at.end_line + shift))
