"""The common form between a format's reader and the document: a flat list of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.readers.document import Document, Passage, PassageKind
from checker.readers.normal import normalise

GAP = "\n"
"""What stands between two passages in ``Document.text``."""
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«¿¡(]*[A-ZÀ-ÖØ-Þ\d])")


@dataclass(slots=True)
class Block:
    """A block as a format's reader saw it; text need not be normalised yet.

    ``level`` is for headings: 1 and deeper build the heading path, 0 is the title of the
    whole, which stands on no path. ``depth`` is for list items, 0 outermost. ``lead`` is
    the header row of a table row; for list items it is found later.
    """

    text: str
    kind: PassageKind = "paragraph"
    level: int = 0
    depth: int = 0
    page: int | None = None
    lead: str = ""


@dataclass(slots=True)
class Reading:
    """What a format's reader gives: blocks in reading order, a page count where there are pages, and notes.

    ``scanned`` are the pages that are pictures without text.
    """

    blocks: list[Block]
    pages: int | None = None
    notes: list[str] = field(default_factory=list)
    scanned: tuple[int, ...] = ()


def row_text(cells: Iterable[str]) -> str:
    """The cells of a row, joined by bars; empty where every cell is."""
    texts = [normalise(cell) for cell in cells]
    return normalise(" | ".join(texts)) if any(texts) else ""


def last_sentence(text: str) -> str:
    return _SENTENCE.split(text)[-1]


def assemble(reading: Reading, *, path: str, sha256: str, format: str) -> Document:
    """Cut, locate and lead: the blocks become passages that tile the document's text."""
    passages: list[Passage] = []
    headings: list[tuple[int, str]] = []
    leads = _Leads()
    offset = 0
    for block in reading.blocks:
        text = normalise(block.text)
        if not text:
            continue
        if block.kind == "heading" and block.level > 0:
            while headings and headings[-1][0] >= block.level:
                headings.pop()
        lead = leads.of(block, text)
        above = () if block.kind == "heading" and block.level == 0 else tuple(title for _, title in headings)
        end = offset + len(text)
        passages.append(Passage(text, above, block.page, len(passages), offset, end, block.kind, lead))
        offset = end + len(GAP)
        if block.kind == "heading" and block.level > 0:
            headings.append((block.level, text))
    whole = GAP.join(passage.text for passage in passages)
    return Document(path, sha256, format, whole, tuple(passages), reading.pages, tuple(reading.notes), reading.scanned)


class _Leads:
    """Follows the blocks and knows which sentence introduces the list that is running."""

    def __init__(self) -> None:
        self._introductions: list[str] = []
        self._running = False

    def of(self, block: Block, text: str) -> str:
        if block.kind == "footnote":
            return ""
        if block.kind != "list-item":
            self._running = False
            self._introductions = [last_sentence(text)] if block.kind == "paragraph" else []
            return normalise(block.lead)
        if not self._running:
            self._introductions = (self._introductions or [""])[:1]
            self._running = True
        depth = min(block.depth, len(self._introductions) - 1)
        lead = self._introductions[depth]
        self._introductions[depth + 1 :] = [last_sentence(text)]
        return lead
