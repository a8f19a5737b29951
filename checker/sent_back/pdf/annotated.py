"""A PDF draft with notes at its passages and a page in front; the pages of the draft stay as they are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import pypdfium2 as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from checker.errors import InputError
from checker.readers.pdf.opening import open_pdf
from checker.report import Verdict
from checker.reports.display import shorten, visible
from checker.sent_back.front import front
from checker.sent_back.material import Material
from checker.sent_back.pdf.cover import cover
from checker.sent_back.pdf.letters import Box
from checker.sent_back.pdf.notes import Note, notes_of
from checker.sent_back.remarks import Remark, remarks
from checker.sent_back.words import remark_lines

_COLOURS: dict[Verdict, str] = {
    "met": "bfe0f2",
    "partly-met": "ffe08a",
    "not-met": "ffb8a3",
    "not-stated": "dcd8ee",
    "not-applicable": "e3e7eb",
}
_ICON = 20.0
_FAILS = (PyPdfError, LookupError, ValueError, TypeError, AttributeError, OSError, RecursionError, NotImplementedError)


def write(material: Material) -> bytes:
    """Where notes cannot be set, the pages in front come alone and list them. Raises InputError without a password."""
    name, say = material.draft.name, material.say
    with open_pdf(material.original, name) as document:
        found = remarks(material, every=True)
        notes = tuple(notes_of(document, found))
        size = _size(document)
    placed = {id(note.remark) for note in notes}
    stray = tuple(remark for remark in found if id(remark) not in placed)
    try:
        reader = PdfReader(io.BytesIO(material.original))
        if reader.is_encrypted:
            return _alone(material, found, say("sent-pdf-protected"))
        first = cover(front(material, (), stray), say("sent-elsewhere"), size)
        made = _written(material, reader, notes, first)
        return made if _opens(made, len(reader.pages)) else _alone(material, found, say("sent-pdf-odd"))
    except _FAILS:
        return _alone(material, found, say("sent-pdf-odd"))


def _opens(made: bytes, pages: int) -> bool:
    """Whether a reader of PDFs finds our pages and those of the draft, whatever its structure was like."""
    try:
        with pdfium.PdfDocument(made) as document:
            return len(document) > pages
    except pdfium.PdfiumError:
        return False


def write_beside(material: Material) -> bytes:
    """The pages in front alone."""
    return _alone(material, remarks(material, every=True), material.say("sent-pdf-odd"))


def _alone(material: Material, found: tuple[Remark, ...], why: str) -> bytes:
    say = material.say
    return cover(front(material, (say("sent-pdf-alone", why=why),), found), say("sent-remarks"))


def _size(document: pdfium.PdfDocument) -> tuple[float, float]:
    try:
        width, height = document.get_page_size(0)
    except pdfium.PdfiumError as error:
        raise InputError("its first page cannot be read", remedy="save it anew as PDF") from error
    return width, height


def _written(material: Material, reader: PdfReader, notes: Sequence[Note], first: bytes) -> bytes:
    """The original with an update at its end, so that what it holds stays byte for byte."""
    writer = PdfWriter(reader, incremental=True)
    icons: dict[int, int] = {}
    for note in notes:
        page = writer.pages[note.page]
        text = "\n".join(map(str, remark_lines(note.remark, material.say)))
        author = shorten(note.remark.author, 60)
        if note.lines:
            colour = _COLOURS[note.remark.rows[0].verdict]
            made: Highlight | Text = Highlight(
                rect=_around(note.lines), quad_points=_quads(note.lines), highlight_color=colour, printing=True,
                title_bar=author,
            )  # fmt: skip
            made[NameObject("/Contents")] = TextStringObject(text)
        else:
            box, count = page.cropbox, icons.get(note.page, 0)
            icons[note.page] = count + 1
            left, top = float(box.left) + 8, float(box.top) - 8 - count * (_ICON + 4)
            said = f"{material.say('sent-not-found', place=material.say('page-n', n=note.page + 1))}\n{text}"
            made = Text(rect=(left, top - _ICON, left + _ICON, top), text=said, title_bar=author)
        made[NameObject("/M")] = TextStringObject(_date(note.remark.when))
        writer.add_annotation(note.page, made)
    ours = PdfReader(io.BytesIO(first)).pages
    for number, page in enumerate(ours):
        writer.insert_page(page, number)
    _keep_page_numbers(writer, len(ours))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _keep_page_numbers(writer: PdfWriter, ours: int) -> None:
    """Our pages are i, ii, ...; those of the draft are numbered as they were, for whoever speaks of page 4."""
    labels = writer.root_object.get("/PageLabels")
    numbers = labels.get_object().get("/Nums") if labels is not None else None
    if labels is not None and not isinstance(numbers, ArrayObject):
        return
    plain = DictionaryObject({NameObject("/S"): NameObject("/D")})
    theirs = list(numbers) if numbers else [NumberObject(0), plain]
    moved = [NumberObject(int(str(one)) + ours) if at % 2 == 0 else one for at, one in enumerate(theirs)]
    roman = DictionaryObject({NameObject("/S"): NameObject("/r")})
    table = ArrayObject([NumberObject(0), roman, *moved])
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject({NameObject("/Nums"): table})


def _around(lines: Sequence[Box]) -> Box:
    return min(b[0] for b in lines), min(b[1] for b in lines), max(b[2] for b in lines), max(b[3] for b in lines)


def _quads(lines: Sequence[Box]) -> ArrayObject:
    """Four corners a line: above left, above right, below left, below right."""
    corners = ((left, top, right, top, left, low, right, low) for left, low, right, top in lines)
    return ArrayObject(FloatObject(round(value, 2)) for corner in corners for value in corner)


def _date(iso: str) -> str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return visible(iso)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return f"D:{moment:%Y%m%d%H%M%S}Z"
