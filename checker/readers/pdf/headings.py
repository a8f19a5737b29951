"""Headings of a PDF: from its outline where it has one, else by size, weight and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from checker.readers.looks import Candidate, levels
from checker.readers.markers import is_caption, section_depth

_LONGEST = 200
_LETTERS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.)]?\s+")


@dataclass(slots=True)
class Line:
    """A paragraph that may be a heading. ``level`` is found: 1 and deeper, 0 for the title, None for plain text."""

    text: str
    page: int
    size: float
    bold: bool
    level: int | None = None


def outline(document: pdfium.PdfDocument) -> list[tuple[int, int, str]]:
    """Level from 1, page from 1 (0 where unknown), and title of each bookmark; empty where they cannot be read."""
    found: list[tuple[int, int, str]] = []
    try:
        for item in document.get_toc(max_depth=8):
            target = item.get_dest()
            index = target.get_index() if target else None
            found.append((item.level + 1, 0 if index is None else index + 1, item.get_title()))
            if len(found) >= 3_000:
                break
    except (pdfium.PdfiumError, ValueError, UnicodeError):
        return []
    return found


def find_headings(lines: Sequence[Line], bookmarks: Sequence[tuple[int, int, str]], body_size: float) -> None:
    """Sets ``level`` on the lines that are headings."""
    looks: Counter[tuple[float, bool, int]] = Counter()
    matched = 0
    for level, page, title in bookmarks:
        line = _match(lines, page, title)
        if line is not None:
            line.level = level
            looks[_size(line), line.bold, level] += 1
            matched += 1
    if matched >= 3:
        _likewise(lines, looks, body_size)
    else:
        _by_look(lines, body_size)
    _title(lines, body_size)


def _match(lines: Sequence[Line], page: int, title: str) -> Line | None:
    wanted = _key(title)
    if not wanted:
        return None
    for line in lines:
        if line.level is None and (not page or page <= line.page <= page + 1):
            key = _key(line.text)
            if key == wanted or _key(_NUMBER.sub("", line.text)) == wanted:
                return line
    return None


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _size(line: Line) -> float:
    return round(line.size * 2) / 2


def _likewise(lines: Sequence[Line], looks: Counter[tuple[float, bool, int]], body_size: float) -> None:
    """Lines that look as the bookmarked headings of one level do, larger than the text, are headings too."""
    for line in lines:
        if line.level is None and _stands_out(line, body_size) and line.size > 1.04 * body_size:
            same = [(n, level) for (size, bold, level), n in looks.items() if (size, bold) == (_size(line), line.bold)]
            if same:
                line.level = max(same)[1]


def _by_look(lines: Sequence[Line], body_size: float) -> None:
    chosen = [line for line in lines if line.level is not None or _stands_out(line, body_size)]
    largest = max((_size(line) for line in chosen), default=0.0)
    first = [line for line in chosen if _size(line) == largest]
    if len(first) == 1 and chosen and first[0] is chosen[0] and first[0].page == 1 and len(chosen) > 2:
        chosen = chosen[1:]  # the title
    found = levels([Candidate(line.text, line.size + (0.25 if line.bold else 0)) for line in chosen])
    for line, level in zip(chosen, found, strict=True):
        line.level = level


def _stands_out(line: Line, body_size: float) -> bool:
    text = line.text
    if not 2 < len(text) <= _LONGEST or is_caption(text) or not any(c.isalpha() for c in text):
        return False
    if text.endswith((";", ",", ":")) or (text.endswith(".") and section_depth(text) is None):
        return False
    if line.size > 1.12 * body_size:
        return True
    if line.size < 0.95 * body_size or len(text) > 120:
        return False
    return line.bold or (text.isupper() and section_depth(text) is not None)


def _title(lines: Sequence[Line], body_size: float) -> None:
    """What stands in larger type on the first page before the first heading is the title."""
    for line in lines:
        if line.page > 1 or (line.level or 0) > 0:
            return
        if line.size > 1.1 * body_size and len(line.text) <= _LONGEST:
            line.level = 0
