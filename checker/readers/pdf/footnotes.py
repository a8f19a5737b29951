"""Footnotes: small lines at the foot of a page, each opened by its mark, and the marks in the text that call them."""

from __future__ import annotations

import re
from itertools import pairwise

from checker.readers.pdf.layout import Fragment, Page, Rule, Word

_MARK = re.compile(r"^(?:\d{1,3}|[*†‡§]{1,3}|\(\d{1,3}\)|\[\d{1,3}\])$")
_RAISED = 0.8
"""Font size of a raised mark, as a share of the line's."""
_SHORT_RULE = 0.45
"""Width of the rule above footnotes, as a share of the page's."""


def take_footnotes(pages: list[Page], body_size: float) -> None:
    """Moves the footnotes of each page to its ``notes`` and removes the marks that call them."""
    for page in pages:
        area = _area(page, body_size)
        if not area:
            continue
        gone = {id(fragment) for fragment in area}
        page.fragments = [fragment for fragment in page.fragments if id(fragment) not in gone]
        marks = {_open(fragment) for fragment in area} - {None}
        page.fragments = [_unmarked(fragment, marks) for fragment in page.fragments]
        for fragment in area:
            opens = _open(fragment) is not None
            if opens or not page.notes:
                page.notes.append([])
            page.notes[-1].append(Fragment(fragment.words[1:]) if opens else fragment)


def is_raised(word: Word, line: Fragment) -> bool:
    return word.size <= _RAISED * line.size and word.base > line.base + 0.1 * line.size


def _open(fragment: Fragment) -> str | None:
    """The mark that opens a footnote's first line; None for its other lines."""
    first = fragment.words[0]
    if not _MARK.match(first.text) or len(fragment.words) < 2:
        return None
    return first.text if is_raised(first, fragment) or first.text[0] in "*†‡§" else None


def _area(page: Page, body_size: float) -> list[Fragment]:
    """The fragments of the footnotes; empty where there are none."""
    for rule in sorted(page.rules, key=lambda rule: rule.bottom):
        if not _is_separator(rule, page):
            continue
        below = [f for f in page.fragments if f.base < rule.bottom]
        if below and _open(below[0]) is not None:
            return below
        if below and all(f.size < 0.95 * body_size for f in below):
            return below
    small = [f for f in page.fragments if f.base < page.height / 2 and f.size < 0.93 * body_size]
    for index, fragment in enumerate(small):
        if _open(fragment) is not None:
            rest = small[index:]
            top = max(f.base for f in rest)
            others = [f for f in page.fragments if f.base < top and not any(f is part for part in rest)]
            if not others:
                return rest
    return []


def _is_separator(rule: Rule, page: Page) -> bool:
    width = rule.right - rule.left
    return rule.horizontal and 20 < width < _SHORT_RULE * page.width and rule.bottom < 0.6 * page.height


def _unmarked(fragment: Fragment, marks: set[str | None]) -> Fragment:
    kept = [word for word in fragment.words if not (word.text in marks and is_raised(word, fragment))]
    if not kept or len(kept) == len(fragment.words):
        return fragment
    for before, word in pairwise(fragment.words):
        if word.glued and before.text in marks and is_raised(before, fragment):
            word.glued = before.glued and word.text[0] in ".,;:!?)»”"
    return Fragment(kept)
