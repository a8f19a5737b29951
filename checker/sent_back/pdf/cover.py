"""The pages in front of an annotated PDF, set with reportlab."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from checker.reports.display import visible
from checker.sent_back.front import Front
from checker.sent_back.looks import ACCENT, INK, SOFT
from checker.sent_back.words import Line

_MARGIN = 56.0
_LEAST = 300.0
"""Points below which a page is too narrow for us; then ours is A4."""
_A4 = (595.3, 841.9)
_UNSET = str.maketrans({"●": "•", "▢": "•", "◐": "•", "…": "…", "›": ">", "\u2009": " ", "\u202f": " ", "✕": "x"})


def cover(front: Front, elsewhere: str, size: tuple[float, float] = _A4) -> bytes:
    """A PDF of one or more pages of that size in points. ``elsewhere`` is the heading above stray remarks."""
    if min(size) < _LEAST or max(size) > 10 * _LEAST:
        size = _A4
    stream = io.BytesIO()
    template = SimpleDocTemplate(
        stream, pagesize=size, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN,
        title=_safe(front.heading), author="guidecheck", invariant=1,
    )  # fmt: skip
    template.build(list(_story(front, elsewhere)), onFirstPage=_bar, onLaterPages=_bar)
    return stream.getvalue()


def _bar(canvas: Canvas, template: SimpleDocTemplate) -> None:
    """The same bar on the left as in a Word document, so that our pages are known from the draft's."""
    height = template.pagesize[1]
    canvas.setFillColor(HexColor(f"#{ACCENT}"))
    canvas.rect(_MARGIN - 16, _MARGIN, 3, height - 2 * _MARGIN, stroke=0, fill=1)


def _style(size: float, colour: str = INK, *, bold: bool = False, above: float = 0, below: float = 3) -> ParagraphStyle:
    return ParagraphStyle(
        "", fontName="Helvetica-Bold" if bold else "Helvetica", fontSize=size, leading=size * 1.3,
        textColor=HexColor(f"#{colour}"), spaceBefore=above, spaceAfter=below, splitLongWords=True,
    )  # fmt: skip


_HEADING, _ABOUT = _style(16, ACCENT, bold=True, below=6), _style(9.5, SOFT)
_TITLE, _GROUP = _style(12.5, ACCENT, bold=True, above=10, below=4), _style(10.5, bold=True, above=6)
_REST = _style(9.5, bold=True, above=6)
_ITEM, _LINE = _style(10, below=0), _style(8.5, SOFT, below=1)


def _story(front: Front, elsewhere: str) -> Iterator[Flowable]:
    yield Paragraph(_safe(front.heading), _HEADING)
    for text in front.about:
        yield Paragraph(_safe(text), _ABOUT)
    yield Paragraph(_safe(front.missing_heading), _TITLE)
    for group in front.groups:
        items = [_item(name, lines) for name, lines in group.items]
        yield KeepTogether([Paragraph(_safe(group.label), _GROUP), items[0]])
        yield from items[1:]
    if front.rest:
        yield Paragraph(_safe(front.rest), _REST)
    if front.elsewhere:
        yield Paragraph(_safe(elsewhere), _TITLE)
    for place, lines in front.elsewhere:
        yield Paragraph(_safe(place), _GROUP)
        yield from (Paragraph(_said(line), _LINE) for line in lines)
        yield Spacer(1, 4)


def _item(name: str, lines: tuple[Line, ...]) -> Flowable:
    """A box to tick, and the requirement beside it."""
    said = [Paragraph(_safe(name), _ITEM), Paragraph("  ".join(map(_said, lines)), _LINE)]
    box = Table([[""]], colWidths=[7], rowHeights=[7])
    box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.7, HexColor(f"#{SOFT}"))]))
    row = Table([[box, said]], colWidths=[14, None])
    everywhere, first, second = ((0, 0), (-1, -1)), ((0, 0), (0, 0)), ((1, 0), (1, 0))
    looks = [
        ("VALIGN", *everywhere, "TOP"),
        ("LEFTPADDING", *everywhere, 0),
        ("RIGHTPADDING", *everywhere, 0),
        ("BOTTOMPADDING", *everywhere, 2),
        ("TOPPADDING", *first, 4),
        ("TOPPADDING", *second, 0),
    ]
    row.setStyle(TableStyle(looks))
    return row


def _said(line: Line) -> str:
    head = f"<b>{_safe(line.head)}</b> " if line.head else ""
    return head + _safe(line.text)


def _safe(text: str) -> str:
    """Markup escaped; letters that the fonts of every PDF reader lack become question marks."""
    shown = visible(text).translate(_UNSET)
    return escape(shown.encode("cp1252", "replace").decode("cp1252"))
