"""Lines of a file as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from checker.reports import display
from ui.data.running import DataChecked

Excerpt = list[tuple[int, str, bool]]
"""Lines with their numbers; True marks those meant."""
_AROUND = 3
_MOST = 14
_LONGEST = 300


def lines_of(checked: DataChecked, name: str) -> Sequence[str]:
    """The lines of an upload; of a form, the rows of its questions."""
    if name in checked.rows:
        return checked.rows[name]
    return next((d.data for d in checked.drafts if d.name == name), b"").decode("utf-8", "replace").splitlines()


def excerpt(lines: Sequence[str], first: int, last: int) -> Excerpt:
    """The lines from ``first`` to ``last``, counted from 1, and some around them. Long lines are cut."""
    last = min(last, first + _MOST)
    shown = range(max(1, first - _AROUND), min(len(lines), last + _AROUND) + 1)
    return [(n, _cut(lines[n - 1]), first <= n <= last) for n in shown]


def _cut(line: str) -> str:
    """A line of a file may hold all of it. What it is set in by stays."""
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)][:_LONGEST].expandtabs(4) + display.shorten(text, _LONGEST)
