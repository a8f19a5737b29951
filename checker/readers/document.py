"""What every reader gives: a document cut into located passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PassageKind = Literal["paragraph", "list-item", "table-row", "footnote", "heading", "caption"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a document, with its place.

    ``start`` and ``end`` are character offsets into ``Document.text``, and
    ``Document.text[start:end] == text`` always holds. ``page`` counts from 1 and is
    None where the format has no pages. ``heading`` is the path of headings above the
    passage, outermost first. ``lead`` is text that belongs to the passage without
    standing in it: the header row of a table row (cells joined by " | "), or the
    sentence that introduces a list.
    """

    text: str
    heading: tuple[str, ...]
    page: int | None
    block: int
    start: int
    end: int
    kind: PassageKind = "paragraph"
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as read: its whole text, and the passages that tile it in reading order."""

    path: str
    sha256: str
    format: str
    text: str
    passages: tuple[Passage, ...]
    pages: int | None = None
    notes: tuple[str, ...] = ()
    """Things a person should know of the reading, a sentence each (pages without text, tracked deletions dropped)."""
    scanned: tuple[int, ...] = ()
    """Pages that are pictures without text."""
