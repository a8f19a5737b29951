"""Tesseract's table of words to the paragraphs of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import mean, median

_LEAST = 40.0
"""Mean confidence below which a paragraph is taken for specks or a picture."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as it was recognised. ``line`` tells block, paragraph and line; ``sure`` runs from 0 to 100."""

    line: tuple[int, int, int]
    text: str
    top: int
    height: int
    sure: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """A paragraph. ``size`` is the height of its tall letters in dots, ``top`` its place from the upper edge."""

    text: str
    page: int
    size: float
    top: int
    lines: int


@dataclass(frozen=True, slots=True)
class PageRead:
    """``quality`` is the mean confidence over all words, 0 for a page without any."""

    number: int
    paragraphs: tuple[Recognised, ...]
    quality: float
    height: int


def page_of(table: str, number: int) -> PageRead:
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    rows = [row for row in rows if len(row) >= 12]
    words = [_seen(row) for row in rows if row[0] == "5" and row[11].strip() and float(row[10]) >= 0]
    height = max((int(row[9]) for row in rows if row[0] == "1"), default=0)
    found = (list(group) for _, group in groupby(words, key=lambda word: word.line[:2]))
    kept = tuple(_paragraph(group, number) for group in found if mean(w.sure for w in group) >= _LEAST)
    return PageRead(number, kept, mean(w.sure for w in words) if words else 0.0, height)


def _seen(row: list[str]) -> Seen:
    return Seen((int(row[2]), int(row[3]), int(row[4])), row[11].strip(), int(row[7]), int(row[9]), float(row[10]))


def _paragraph(words: list[Seen], page: int) -> Recognised:
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    size = median(max(word.height for word in line) for line in lines)
    text = joined(" ".join(word.text for word in line) for line in lines)
    return Recognised(text, page, size, min(word.top for word in words), len(lines))


def joined(lines: Iterable[str]) -> str:
    """Lines to a paragraph; a word that a hyphen cuts at the end of a line is mended."""
    text = ""
    for line in lines:
        cut = len(text) > 1 and text[-1] in "-\u00ad\u2010" and text[-2].isalpha() and line[:1].islower()
        text = text[:-1] + line if cut else f"{text} {line}" if text else line
    return text
