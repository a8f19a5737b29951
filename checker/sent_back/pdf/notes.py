"""Which remark goes to which page of a PDF, and where on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium

from checker.sent_back.pdf.letters import Box, Letters, find, letters_of
from checker.sent_back.remarks import Remark


@dataclass(frozen=True, slots=True)
class Note:
    """``page`` counts from 0; ``lines`` is empty where the passage was not found on the page."""

    page: int
    remark: Remark
    lines: tuple[Box, ...]


def notes_of(document: pdfium.PdfDocument, found: Sequence[Remark]) -> Iterator[Note]:
    """A note a page; a passage that runs on to the next page has its second note's words on the first alone."""
    read: dict[int, Letters] = {}
    for remark in found:
        place = remark.place
        if place is None or place.page is None or not 0 < place.page <= len(document):
            continue
        numbers = [n for n in (place.page - 1, place.page) if n < len(document)]
        for number in numbers:
            if number not in read:
                read[number] = _letters(document, number)
        lines = find(place.quote, [read[number] for number in numbers])
        marked = [Note(n, remark, boxes) for n, boxes in zip(numbers, lines, strict=True) if boxes]
        yield from marked or [Note(numbers[0], remark, ())]


def _letters(document: pdfium.PdfDocument, number: int) -> Letters:
    try:
        return letters_of(document[number])
    except pdfium.PdfiumError:
        return Letters("", ())
