"""A long draft as a PDF of so many pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    LongTable,
    PageTemplate,
    Paragraph,
    TableStyle,
)  # fmt: skip

from benchmarks.whole.parts import Part, parts

_STYLES = getSampleStyleSheet()
_BODY = ParagraphStyle("body", parent=_STYLES["BodyText"], fontSize=11, leading=15.5, spaceAfter=7)
_SMALL = ParagraphStyle("small", parent=_BODY, fontSize=7.5, leading=9)
_GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.4, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
_WIDTHS = (6 * cm, 3 * cm, 2.2 * cm, 5.8 * cm)


def write_pdf(path: Path, pages: int) -> None:
    """Writes more than enough and keeps the first ``pages``."""
    whole = path.with_suffix(".whole.pdf")
    template = BaseDocTemplate(str(whole), pagesize=A4, title="A programme of many pages")
    frame = Frame(2 * cm, 2 * cm, 17 * cm, 25.2 * cm, id="normal")
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=_furniture))
    template.build(list(_flowables(pages)))
    document = pdfium.PdfDocument(whole)
    if len(document) < pages:
        raise ValueError(f"only {len(document)} pages were made")
    cut = pdfium.PdfDocument.new()
    cut.import_pages(document, list(range(pages)))
    cut.save(path)
    whole.unlink()


def _furniture(canvas: object, template: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
    canvas.drawString(2 * cm, 28.6 * cm, "National programme, draft for comment")  # type: ignore[attr-defined]
    canvas.drawRightString(19 * cm, 1.2 * cm, str(template.page))  # type: ignore[attr-defined]


def _flowables(pages: int) -> Iterator[Flowable]:
    words = 0
    for part in parts():
        if part.kind == "chapter" and words > 600 * pages:
            return
        words += len(part.text.split()) + sum(len(cell.split()) for row in part.rows for cell in row)
        yield from _of(part)


def _of(part: Part) -> Iterator[Flowable]:
    if part.kind in ("chapter", "section"):
        yield Paragraph(part.text, _STYLES["Heading1" if part.kind == "chapter" else "Heading2"])
    elif part.kind == "item":
        yield Paragraph(part.text, _BODY, bulletText="\u2022")
    elif part.kind == "table":
        rows = [[Paragraph(cell, _SMALL) for cell in row] for row in part.rows]
        yield LongTable(rows, colWidths=_WIDTHS, repeatRows=1, style=_GRID)
    elif part.kind == "columns":
        yield BalancedColumns([Paragraph(text, _BODY) for text in part.text.splitlines()], nCols=2)
    else:
        yield Paragraph(part.text + (f" <super>{1}</super>" if part.note else ""), _BODY)
        if part.note:
            yield Paragraph(f"<super>1</super> {part.note}", _SMALL)
