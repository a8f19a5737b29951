"""Notes in a PDF: over the right words, and over pages that stay as they are."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checker.errors import InputError
from checker.sent_back import write
from checker.sent_back.front import MOST
from checker.sent_back.pdf.annotated import write as annotated
from checker.sent_back.pdf.letters import plain
from checker.sent_back.remarks import missing
from tests.readers.making import pdf
from tests.sent_back.materials import PROPOSAL, checked, of_passages

LINES = ("The case manager meets every family", "twice a month and writes down what", "was agreed.")
QUOTE = " ".join(LINES)


def page(canvas: Canvas) -> None:
    for at, line in enumerate(LINES):
        canvas.drawString(80, 700 - 14 * at, line)
    canvas.drawString(80, 500, "Something else stands here.")


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(595, 0)
    canvas.rotate(90)
    for at, line in enumerate(LINES):
        canvas.drawString(80, 300 - 14 * at, line)


def notes(data: bytes) -> list[tuple[int, DictionaryObject]]:
    """Page and annotation, links left out."""
    found = [
        (number, one.get_object())
        for number, sheet in enumerate(PdfReader(io.BytesIO(data)).pages)
        for one in sheet.get("/Annots", ())
    ]
    return [(number, one) for number, one in found if one["/Subtype"] in ("/Highlight", "/Text")]


def under(data: bytes, number: int, note: DictionaryObject) -> str:
    """The letters that a highlight covers."""
    points = [float(point) for point in note["/QuadPoints"]]
    with pdfium.PdfDocument(data) as document:
        text = document[number].get_textpage()
        covered = [
            text.get_text_bounded(points[at], points[at + 5], points[at + 2], points[at + 1])
            for at in range(0, len(points), 8)
        ]
    return plain("".join(covered))


@pytest.mark.parametrize("draw", [page, turned], ids=["upright", "turned"])
def test_the_highlight_covers_the_words(draw: object) -> None:
    made = annotated(of_passages(pdf(draw), "pdf", (QUOTE,), page=1))  # type: ignore[arg-type]
    ((number, note),) = notes(made)
    assert number == 1
    assert under(made, number, note) == plain(QUOTE)
    assert note["/T"] == "guidecheck"
    assert str(note["/Contents"]).startswith("T-00 Title 0")
    assert note["/M"] == "D:20260309140500Z"
    assert len(note["/QuadPoints"]) == 8 * len(LINES)


def test_the_example_covers_its_passages() -> None:
    material = checked(PROPOSAL)
    made = write("annotated", material)
    assert made.startswith(material.original)
    before, after = PdfReader(io.BytesIO(material.original)), PdfReader(io.BytesIO(made))
    ours = len(after.pages) - len(before.pages)
    assert ours > 0
    for number, sheet in enumerate(before.pages):
        assert after.pages[ours + number].extract_text() == sheet.extract_text()
    assert after.page_labels[ours:] == [str(number + 1) for number in range(len(before.pages))]
    assert [item.title for item in after.outline if not isinstance(item, list)] == [
        item.title for item in before.outline if not isinstance(item, list)
    ]
    quotes = [plain(row.evidence[0].quote) for row in material.draft.requirements if row.evidence]
    highlights = [(number, note) for number, note in notes(made) if note["/Subtype"] == "/Highlight"]
    assert len(highlights) > 20
    right = sum(any(under(made, number, note)[5:60] in quote for quote in quotes) for number, note in highlights)
    assert right >= 0.95 * len(highlights)


def test_what_is_missing_stands_on_the_page_in_front() -> None:
    material = checked(PROPOSAL)
    made = PdfReader(io.BytesIO(write("annotated", material)))
    ours = len(made.pages) - len(PdfReader(io.BytesIO(material.original)).pages)
    front = "".join("".join(sheet.extract_text() for sheet in made.pages[:ours]).split())
    assert "Addedbyguidecheck" in front
    found = missing(material)
    listed = {row.id for finding in found[:MOST] for row in (finding.lead, *finding.also)}
    for row in material.draft.requirements:
        assert (f"({row.id}" in front or f",{row.id}" in front) == (row.id in listed), row.id
    assert f"notlistedhere:{len(found) - MOST}(" in front


def test_a_passage_over_two_pages_is_marked_on_both() -> None:
    def second(canvas: Canvas) -> None:
        canvas.drawString(80, 700, "and every child is asked alone before any paper is signed.")

    quote = f"{QUOTE} and every child is asked alone before any paper is signed."

    def first(canvas: Canvas) -> None:
        for at, line in enumerate(LINES):
            canvas.drawString(80, 100 - 14 * at, line)

    made = annotated(of_passages(pdf(first, second), "pdf", (quote,), page=1))
    assert [number for number, _ in notes(made)] == [1, 2]


def test_a_passage_that_is_not_found_gets_a_note_at_the_head_of_its_page() -> None:
    made = annotated(of_passages(pdf(page), "pdf", ("Read from a scan, not from letters.",), page=1))
    ((number, note),) = notes(made)
    assert (number, note["/Subtype"]) == (1, "/Text")
    assert "could not be marked on this page" in str(note["/Contents"])
    assert float(note["/Rect"][3]) > 0.9 * A4[1]


def test_a_protected_file_is_left_alone() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(page))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    made = annotated(of_passages(stream.getvalue(), "pdf", (QUOTE,), page=1))
    text = PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert "its author has protected it" in text
    assert "Title 0" in text
    assert "page 1" in text


def test_a_file_behind_a_password_is_refused_in_words() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(page))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(InputError, match="protected by a password"):
        write("annotated", of_passages(stream.getvalue(), "pdf", (QUOTE,), page=1))


def test_page_numbers_that_were_there_stay() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(page, page))))
    writer.set_page_label(0, 1, "/D", prefix="A-", start=7)
    stream = io.BytesIO()
    writer.write(stream)
    made = annotated(of_passages(stream.getvalue(), "pdf", (QUOTE,), page=1))
    assert PdfReader(io.BytesIO(made)).page_labels == ["i", "A-7", "A-8"]
