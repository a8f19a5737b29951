"""The scanned pages of a document, read within bounds, with a note on how well that went."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from checker.errors import InputError
from checker.readers.bounded import MEMORY, confined
from checker.readers.document import Document
from checker.readers.numbering import pages as named
from checker.readers.ocr import tesseract
from checker.readers.ocr.blocks import blocks_of
from checker.readers.ocr.merging import with_pages
from checker.readers.ocr.page import PageRead, page_of

MOST_PAGES = 60
SECONDS = 300.0
"""For all pages of a document together."""
_AT_ONCE = 2
_WORSE = 80.0
"""Quality in percent below which a page is named."""
_INSTALL = "install Tesseract with the languages eng, spa and fra to read scanned pages"


def read_scanned(document: Document, path: Path, *, seconds: float = SECONDS, most: int = MOST_PAGES) -> Document:
    """The document with its scanned pages read. Raises InputError where it has no text, and none is recognised."""
    languages = tesseract.languages()
    if not languages:
        if not document.passages:
            raise _scanned(path, f"{_INSTALL}, run text recognition (OCR) over it, or send the document it came from")
        return _noted(document, f"Scanned, without text, and not read: {named(document.scanned)}; {_INSTALL}.")
    deadline = time.monotonic() + seconds
    numbers = document.scanned[:most]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = [p for p in pool.map(lambda number: _page(path, number, languages, deadline), numbers) if p]
    read = [page for page in found if page.paragraphs]
    empty = [page.number for page in found if not page.paragraphs]
    whole = with_pages(document, blocks_of(read))
    if not whole.passages:
        remedy = "nothing was recognised in them; scan it anew" if empty else "reading them takes too long; split it"
        raise _scanned(path, f"{remedy}, or send the document it came from")
    notes = _quality(read) if read else []
    if empty:
        notes.append(f"Scanned, and no text was recognised: {named(empty)}.")
    if left := sorted({*document.scanned} - {page.number for page in found}):
        notes.append(f"Scanned and not read, as that takes too much time or memory: {named(left)}; split the document.")
    return _noted(whole, *notes)


def _page(path: Path, number: int, languages: tuple[str, ...], deadline: float) -> PageRead | None:
    """None where time runs out or the page cannot be drawn or recognised."""
    left = deadline - time.monotonic()
    if left <= 0:
        return None
    try:
        picture, _ = confined("checker.readers.ocr.render", path, str(number), seconds=min(left, 20.0), memory=MEMORY)
    except InputError:
        return None
    left = deadline - time.monotonic()
    table = tesseract.words_of(picture, languages, min(left, tesseract.SECONDS)) if picture and left > 0 else None
    return page_of(table, number) if table is not None else None


def _quality(read: list[PageRead]) -> list[str]:
    mean = sum(page.quality for page in read) / len(read)
    said = [f"Read by text recognition (OCR), mean quality {mean:.0f} %: {named([page.number for page in read])}."]
    worse = sorted((page for page in read if page.quality < _WORSE), key=lambda page: page.quality)[:5]
    if worse:
        least = ", ".join(f"{page.number} ({page.quality:.0f})" for page in worse)
        said.append(f"Recognised worst, with their quality in percent: {'pages' if worse[1:] else 'page'} {least}.")
    return said


def _scanned(path: Path, remedy: str) -> InputError:
    return InputError(
        "the PDF is scanned: its pages are pictures without text", where=path.name, remedy=remedy, text="error-scanned"
    )


def _noted(document: Document, *notes: str) -> Document:
    return replace(document, notes=(*document.notes, *notes))
