"""From a page of PDFium to words and rules, turned to the direction in which the page is read."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from checker.readers.pdf.grouping import fragments
from checker.readers.pdf.layout import Page, Word
from checker.readers.pdf.rules import rules_of
from checker.readers.pdf.turning import Frame

_HYPHENS = frozenset((0x02, 0xFFFE))
"""What PDFium gives for a hyphen at the end of a line."""
_BREAKS = frozenset((0x0A, 0x0D))
_SPACES = frozenset((0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000))
_HEAVY = 600
_SCRIPT = 0.12
"""Change of font size, as a share, from which a letter starts a word of its own (a raised footnote number)."""


@dataclass(slots=True)
class _Raw:
    """A word in the page's own coordinates. ``turn`` counts quarter turns of its direction, None where askew."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    size: float
    bold: bool
    glued: bool
    turn: int | None
    spaced: bool = False

    def widen(self, left: float, bottom: float, right: float, top: float) -> None:
        if left < self.left:
            self.left = left
        if bottom < self.bottom:
            self.bottom = bottom
        if right > self.right:
            self.right = right
        if top > self.top:
            self.top = top


def page_of(page: pdfium.PdfPage, number: int) -> Page:
    """Raises PdfiumError where the page cannot be loaded."""
    text = page.get_textpage()
    try:
        raws = _words(text)
    finally:
        text.close()
    turn = _main_turn(raws)
    frame = Frame(page.get_cropbox(), turn)
    rules, pictured = rules_of(page)
    rules = [frame.rule(rule) for rule in rules]
    words = [_word(raw, frame) for raw in raws if raw.turn == turn]
    turned = len(raws) - len(words)
    return Page(number, frame.width, frame.height, fragments(words, rules), rules, pictured, turned)


def _words(text: pdfium.PdfTextPage) -> list[_Raw]:
    raw, found = text.raw, list[_Raw]()
    box = c.FS_RECTF()
    current: _Raw | None = None
    size, glued = 0.0, False
    unicode, loose, font_size = c.FPDFText_GetUnicode, c.FPDFText_GetLooseCharBox, c.FPDFText_GetFontSize
    for index in range(text.count_chars()):
        code = unicode(raw, index)
        if code in _SPACES or code in _BREAKS:
            if current and code in _SPACES:
                current.spaced = True
            current, glued = None, code in _BREAKS  # a break in mid-line stands around raised numbers
            continue
        if code == 0 or 0xD800 <= code < 0xE000:
            continue
        loose(raw, index, box)
        own = font_size(raw, index)
        letter = "-" if code in _HYPHENS else chr(code)
        if current and abs(own - size) > _SCRIPT * size:
            current, glued = None, True
        if current:
            current.text += letter
            current.widen(box.left, box.bottom, box.right, box.top)
        else:
            current = _start(text, index, letter, box, glued=glued)
            size, glued = own, False
            found.append(current)
        if code in _HYPHENS:
            current = None
    return found


def _start(text: pdfium.PdfTextPage, index: int, letter: str, box: c.FS_RECTF, *, glued: bool) -> _Raw:
    raw, matrix = text.raw, c.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetMatrix(raw, index, matrix)
    c.FPDFText_GetCharOrigin(raw, index, x, y)
    size = c.FPDFText_GetFontSize(raw, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    bold = c.FPDFText_GetFontWeight(raw, index) >= _HEAVY or _named_bold(text, index)
    turn = _quarter(matrix.a, matrix.b)
    return _Raw(letter, box.left, box.bottom, box.right, box.top, x.value, y.value, size, bold, glued, turn)


def _word(raw: _Raw, frame: Frame) -> Word:
    left, _, right, _ = frame.box(raw.left, raw.bottom, raw.right, raw.top)
    _, base = frame.point(raw.x, raw.y)
    return Word(raw.text, left, right, base, raw.size or 1.0, raw.bold, raw.glued, raw.spaced)


def _named_bold(text: pdfium.PdfTextPage, index: int) -> bool:
    buffer = ctypes.create_string_buffer(96)
    length = c.FPDFText_GetFontInfo(text.raw, index, buffer, 96, ctypes.c_int())
    name = buffer.value.lower() if 0 < length <= 96 else b""
    return any(part in name for part in (b"bold", b"black", b"heavy", b"-semib"))


def _quarter(a: float, b: float) -> int | None:
    angle = math.degrees(math.atan2(b, a))
    turn = round(angle / 90)
    return turn % 4 if abs(angle - 90 * turn) < 8 else None


def _main_turn(raws: list[_Raw]) -> int:
    counts = Counter(raw.turn for raw in raws if raw.turn is not None)
    return counts.most_common(1)[0][0] if counts else 0
