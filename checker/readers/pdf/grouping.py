"""Words to fragments: lines of paragraphs and of cells, parted where a column ends."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from checker.readers.pdf.layout import Fragment, Rule, Word

_GAP = 1.15
"""Widest gap inside a fragment, in font sizes."""
_OUTLIER = 0.62
"""A gap this wide, in font sizes, parts a line whose other gaps are much narrower."""
_TIMES = 1.8
_TIMES_AFTER_STOP = 2.5
"""How many times wider than the others such a gap is; more after a full stop, where some set a wider space."""
_SPACE = 0.3
_LINE = 14.0
"""Points above and below a border in which its joints part the text."""
_JOINED = 0.18
"""A gap below this, in font sizes, is none: after a raised number, for one."""


def fragments(words: Sequence[Word], rules: Sequence[Rule]) -> list[Fragment]:
    """Words in the order in which the file draws them, grouped."""
    upright = [*(rule for rule in rules if not rule.horizontal), *_joints(rules)]
    found: list[list[Word]] = []
    for word in words:
        if found and _continues(found[-1][-1], word, upright):
            found[-1].append(word)
        else:
            word.glued = False
            found.append([word])
    return [Fragment(part) for line in found for part in _parted(line)]


def _joints(rules: Sequence[Rule]) -> list[Rule]:
    """Upright rules, a line high, where the borders of neighbouring cells meet end to end."""
    starts = {(round(rule.left), round(rule.bottom)) for rule in rules if rule.horizontal}
    ends = {(round(rule.right), round(rule.bottom)) for rule in rules if rule.horizontal}
    return [Rule(x, y - _LINE, x, y + _LINE) for x, y in starts & ends]


def _parted(line: list[Word]) -> list[list[Word]]:
    """The line cut at gaps that stand out among its own: narrow gutters between the cells of a table."""
    gaps = [word.left - last.right for last, word in itertools.pairwise(line)]
    usual = sorted(gap for gap, word in zip(gaps, line[1:], strict=True) if not word.glued)
    parts = [line[:1]]
    for last, word, gap in zip(line, line[1:], gaps, strict=False):
        size = max(last.size, word.size)
        middle = usual[len(usual) // 2] if len(usual) > 2 else _SPACE * size
        times = _TIMES_AFTER_STOP if last.text[-1] in ".:;!?" else _TIMES
        if gap > _OUTLIER * size and gap > times * middle:
            word.glued = False
            parts.append([word])
        else:
            word.glued = word.glued and gap < _JOINED * size
            parts[-1].append(word)
    return parts


def _continues(last: Word, word: Word, upright: Sequence[Rule]) -> bool:
    size = max(last.size, word.size)
    if abs(last.base - word.base) > 0.45 * size:
        return False
    gap = word.left - last.right
    if gap < -0.5 * size:  # to the left: only scripts that run so
        return _runs_left(word.text) and last.left - word.right < _GAP * size
    if gap > _GAP * size:
        return False
    middle, low, high = word.base + 0.3 * size, last.right - 1, word.left + 1
    return not any(low <= rule.left <= high and rule.bottom <= middle <= rule.top for rule in upright)


def _runs_left(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in text)
