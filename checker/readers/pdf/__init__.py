"""PDF, its text layer read with PDFium; paragraphs, headings and tables are found by place and look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.readers.blocks import Reading
from checker.readers.pdf.assembly import Flow
from checker.readers.pdf.footnotes import take_footnotes
from checker.readers.pdf.furniture import drop_furniture
from checker.readers.pdf.headings import outline
from checker.readers.pdf.layout import Page
from checker.readers.pdf.opening import open_pdf, pages_of
from checker.readers.pdf.order import put_in_order


def read(data: bytes, name: str) -> Reading:
    """Raises InputError for PDFs that are protected, damaged or without any page to read."""
    document = open_pdf(data, name)
    notes: list[str] = []
    pages, scanned = pages_of(document, name, notes)
    drop_furniture(pages)
    size = _body_size(pages)
    for page in pages:
        put_in_order(page)
    take_footnotes(pages, size)
    flow = Flow(pages, size, _pitch(pages, size))
    blocks = flow.blocks(outline(document))
    if flow.contents:
        notes.append("The table of contents is left out.")
    return Reading(blocks, len(document), notes, scanned)


def _body_size(pages: Sequence[Page]) -> float:
    """The font size in which most letters are set, never 0."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for fragment in page.fragments:
            sizes[max(round(fragment.size * 2) / 2, 0.5)] += len(fragment.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _pitch(pages: Sequence[Page], size: float) -> float:
    """The usual step from line to line of the body, in font sizes."""
    steps: Counter[float] = Counter()
    for page in pages:
        for above, below in pairwise(page.fragments):
            step = (above.base - below.base) / size
            if abs(above.size - size) < 0.6 and abs(below.size - size) < 0.6 and 0.8 < step < 2.6:
                steps[round(step, 1)] += 1
    return steps.most_common(1)[0][0] if steps else 1.2
