"""Scanned pages."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.utils import ImageReader

from checker.errors import InputError
from checker.readers import read
from checker.readers.ocr import read_scanned, tesseract

from .making import lines, outline, pdf, texts
from .scanning import need_tesseract, scan

CHAPTER = (
    "The ministry of labour registers every person who returns and offers an\n"
    "interview within ten days. A case manager writes the plan together with the\n"
    "person and reviews it each quarter."
)
SPANISH = "La comisión nacional se reúne cada trimestre y publica sus decisiones.\nLa Defensoría recibe las quejas."


def chapter(number: int, title: str, text: str):
    def draw(canvas):
        lines(canvas, 72, 770, f"{number}. {title}", font="Helvetica-Bold", size=16)
        lines(canvas, 72, 730, text, size=11, step=14)
        lines(canvas, 72, 640, "The budget of each district is published before the year begins.", size=11)
        lines(canvas, 290, 40, f"Page {number}", size=9)

    return draw


def grey(canvas):
    """A page that is one picture, with nothing to read."""
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (60, 80), 200).save(stream, "PNG")
    stream.seek(0)
    canvas.drawImage(ImageReader(stream), 0, 0, 595, 842)


WHOLE = pdf(
    chapter(1, "Registration", CHAPTER), chapter(2, "Coordinación nacional", SPANISH), chapter(3, "Review", CHAPTER)
)


@pytest.fixture
def no_tesseract(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_scanned_document_is_read(reading):
    need_tesseract()
    document = reading("scan.pdf", scan(WHOLE))
    assert outline(document) == ["1. Registration", "2. Coordinación nacional", "3. Review"]
    assert " ".join(CHAPTER.split()) in texts(document, "paragraph")
    assert "La comisión nacional se reúne cada trimestre" in document.text
    assert [p.page for p in document.passages] == sorted(p.page for p in document.passages)
    assert "Page 2" not in document.text
    assert all(document.text[p.start : p.end] == p.text for p in document.passages)
    (note,) = document.notes
    assert note.startswith("Read by text recognition (OCR), mean quality 9") and note.endswith("pages 1-3.")


def test_a_scanned_page_among_others_stands_in_its_place(reading):
    need_tesseract()
    document = reading("a.pdf", scan(WHOLE, only=[2]))
    assert outline(document) == ["1. Registration", "2. Coordinación nacional", "3. Review"]
    assert [p.heading for p in document.passages if "Defensoría" in p.text] == [("2. Coordinación nacional",)]
    assert [p.block for p in document.passages] == list(range(len(document.passages)))
    assert all(document.text[p.start : p.end] == p.text for p in document.passages)
    assert "page 2." in document.notes[-1]


def test_a_bad_scan_is_named_with_its_page(reading):
    need_tesseract()
    document = reading("a.pdf", scan(WHOLE, only=[3], specks=4_000, dots=60))
    told = document.notes[-1]
    assert told.startswith("Recognised worst, with their quality in percent: page 3 (") or (
        "no text was recognised: page 3" in told
    )


def test_pages_over_the_bound_are_named(reading, monkeypatch, tmp_path):
    need_tesseract()
    path = tmp_path / "a.pdf"
    path.write_bytes(scan(WHOLE, only=[2, 3]))
    monkeypatch.setattr("checker.readers.ocr.read_scanned", lambda document, path: document)
    some, none = read_scanned(read(path), path, most=1), read_scanned(read(path), path, seconds=0)
    left = "Scanned and not read, as that takes too much time or memory: "
    assert some.notes[-1] == f"{left}page 3; split the document."
    assert none.notes[-1] == f"{left}pages 2, 3; split the document."


def test_a_page_has_its_own_time():
    need_tesseract()
    assert tesseract.words_of(b"P5 2000 2000 255\n" + bytes(4_000_000), ("eng",), 0.01) is None
    assert tesseract.words_of(b"no picture", ("eng",)) is None


def test_a_page_has_its_own_memory(monkeypatch):
    need_tesseract()
    monkeypatch.setattr(tesseract, "MEMORY", 2**24)
    assert tesseract.words_of(b"P5 2000 2000 255\n" + bytes(4_000_000), ("eng",)) is None


def test_pictures_without_text_are_an_error(reading):
    with pytest.raises(InputError, match="scanned"):
        reading("scan.pdf", pdf(grey, grey))


def test_without_the_program_a_scan_is_an_error_that_says_what_to_install(reading, no_tesseract):
    with pytest.raises(InputError) as caught:
        reading("scan.pdf", pdf(grey, grey))
    assert "scanned" in caught.value.what
    assert "install Tesseract" in caught.value.remedy and "OCR" in caught.value.remedy


def test_without_the_program_single_scanned_pages_are_noted(reading, no_tesseract):
    document = reading("a.pdf", scan(WHOLE, only=[2]))
    assert document.notes[-1].startswith("Scanned, without text, and not read: page 2; install Tesseract")
    assert document.pages == 3
