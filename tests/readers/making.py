"""Small real files for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checker.readers import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts: Mapping[str, str | bytes], *, level: int = 9) -> bytes:
    """A ZIP package of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word document with the given inside of w:body; further parts by name, such as ``numbering="<w:num …"``."""
    content = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{RELATION}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
    }
    for name, inside in parts.items():
        content[f"word/{name}.xml"] = f"<w:{name} {W}>{inside}</w:{name}>"
    return package(content)


def p(text: str, properties: str = "") -> str:
    """A paragraph of WordprocessingML."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(*pages: Callable[[Canvas], None], **options: object) -> bytes:
    """An A4 document; each page is drawn by a function."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lines(
    canvas: Canvas, x: float, y: float, texts: str, *, font: str = "Helvetica", size: float = 10, step: float = 12
) -> float:
    """Draws lines downwards from y and gives the y below them."""
    canvas.setFont(font, size)
    for text in texts.splitlines():
        canvas.drawString(x, y, text)
        y -= step
    return y


def outline(document: Document) -> list[str]:
    """The headings, each with its path: "2 Aims > 2.1 Scope"."""
    return [" > ".join((*p.heading, p.text)) for p in document.passages if p.kind == "heading"]


def texts(document: Document, kind: str) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind == kind]
