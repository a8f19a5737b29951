"""What stands on a page, and where. Units are points; y grows upwards, as in PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """``base`` is the baseline. ``glued`` words follow the one before without a space; ``spaced`` ones bring one."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    glued: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, or an edge of a filled area."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def horizontal(self) -> bool:
        return self.right - self.left >= self.top - self.bottom


class Fragment:
    """Words on one baseline with no wide gap between them: a line of a paragraph, or a line of a cell.

    Base, size and the rest are those of its largest word. Not to be changed once made.
    """

    __slots__ = ("base", "bold", "left", "right", "size", "text", "words")

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(words)
        anchor = max(words, key=lambda word: word.size)
        self.base, self.size = anchor.base, anchor.size
        self.left = min(word.left for word in words)
        self.right = max(word.right for word in words)
        self.bold = all(word.bold for word in words if any(c.isalnum() for c in word.text))
        self.text = text_of(words)


def text_of(words: Sequence[Word]) -> str:
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


@dataclass(slots=True)
class Page:
    """``number`` counts from 1. ``pictured`` tells that pictures cover most of it."""

    number: int
    width: float
    height: float
    fragments: list[Fragment]
    rules: list[Rule]
    pictured: bool = False
    turned: int = 0
    """Words left out because they run in another direction than the page's text."""
    notes: list[list[Fragment]] = field(default_factory=list)
    """Footnotes, the lines of each."""

    @property
    def letters(self) -> int:
        return sum(len(word.text) for fragment in self.fragments for word in fragment.words)
