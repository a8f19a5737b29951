"""Where the letters of a quote stand on the pages of a PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as c

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page's own space."""
_CHUNK = 28
"""Letters of a quote that are looked for together where the whole is not found in one piece."""
_ENOUGH = 0.5
"""Share of a quote's letters that must be found."""
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a page, small and without marks, each with its box."""

    text: str
    boxes: tuple[Box, ...]


def plain(text: str) -> str:
    """Letters and digits only, as ``Letters`` has them."""
    return "".join(_plain(letter) for letter in text)


def letters_of(page: pdfium.PdfPage) -> Letters:
    """Raises PdfiumError where the page has no text that can be read."""
    text = page.get_textpage()
    try:
        pairs = [(small, box) for letter, box in _chars(text) for small in _plain(letter)]
    finally:
        text.close()
    return Letters("".join(letter for letter, _ in pairs), tuple(box for _, box in pairs))


def find(quote: str, pages: Sequence[Letters]) -> tuple[tuple[Box, ...], ...]:
    """The lines of a quote as boxes, for each of the pages that it may run over; all empty where it is not there."""
    wanted = plain(quote)
    whole = "".join(page.text for page in pages)
    found = sorted(_matches(wanted, whole)) if wanted else []
    if sum(end - start for start, end in found) < _ENOUGH * len(wanted):
        found = []
    lines, offset = [], 0
    for page in pages:
        boxes = [
            page.boxes[at - offset]
            for start, end in found
            for at in range(max(start, offset), min(end, offset + len(page.text)))
        ]
        lines.append(_lines(boxes))
        offset += len(page.text)
    return tuple(lines)


def _matches(wanted: str, whole: str) -> list[tuple[int, int]]:
    at = whole.find(wanted)
    if at >= 0:
        return [(at, at + len(wanted))]
    found: list[tuple[int, int]] = []
    after = 0
    for start in range(0, len(wanted), _CHUNK):
        piece = wanted[start : start + _CHUNK]
        at = whole.find(piece, after)
        if at < 0 or (found and at - after > 2_000):
            continue
        found.append((at, at + len(piece)))
        after = at + len(piece)
    return found


def _lines(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Neighbouring boxes of one line joined, whether the line runs across the page or along it."""
    if _upright(boxes):
        return tuple(_turned(line) for line in _across([_turned(box) for box in boxes]))
    return _across(boxes)


def _upright(boxes: Sequence[Box]) -> bool:
    """True where most letters stand above or below the one before: a page that is turned for reading."""
    steps = [(abs(b[0] - a[0]), abs(b[1] - a[1])) for a, b in pairwise(boxes)]
    return 2 * sum(down > along for along, down in steps) > len(steps)


def _turned(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]


def _across(boxes: Sequence[Box]) -> tuple[Box, ...]:
    lines: list[Box] = []
    for left, bottom, right, top in boxes:
        if lines:
            last = lines[-1]
            shared = min(top, last[3]) - max(bottom, last[1])
            height = min(top - bottom, last[3] - last[1])
            gap = max(left - last[2], last[0] - right)
            if height > 0 and shared > _SAME_LINE * height and gap < 3 * height:
                lines[-1] = (min(left, last[0]), min(bottom, last[1]), max(right, last[2]), max(top, last[3]))
                continue
        lines.append((left, bottom, right, top))
    return tuple(line for line in lines if line[2] - line[0] > 0.5 and line[3] - line[1] > 0.5)


def _chars(text: pdfium.PdfTextPage) -> Iterator[tuple[str, Box]]:
    raw, box = text.raw, c.FS_RECTF()
    for index in range(text.count_chars()):
        code = c.FPDFText_GetUnicode(raw, index)
        if code > 0x20 and not 0xD800 <= code < 0xE000 and code not in (0xFFFE, 0xFFFF):
            c.FPDFText_GetLooseCharBox(raw, index, box)
            yield chr(code), (box.left, box.bottom, box.right, box.top)


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter.lower() if letter.isalnum() else ""
    return "".join(one for one in unicodedata.normalize("NFKD", letter).casefold() if one.isalnum())
