"""What the picture of the ontology is drawn on: labels, numbers and links of the book in one language."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.knowledge.names import local
from checker.reference.addresses import VOCABULARY
from checker.reference.book import Book
from checker.reference.drawing import LINE, Arrow, Box, Words, wrapped
from checker.reports.texts import Wording

WIDTH = 980.0


@dataclass
class Sheet:
    """A drawing in the making, in one language."""

    book: Book
    t: Wording
    language: str
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def label(self, iri: str) -> str:
        return self.book.vocabulary.terms[iri].label.in_(self.language)

    def number(self, n: int) -> str:
        return f"{n:,}".replace(",", self.t("ref-thousands"))

    def href(self, iri: str) -> str:
        return "../" + self.book.addresses.terms[iri]

    def write(self, x: float, y: float, text: str, style: str = "", href: str = "", anchor: str = "start") -> None:
        self.words.append(Words(round(x, 1), round(y, 1), text, style, href, anchor))

    def column(self, x: float, y: float, width: float, items: list[tuple[str, str]], lines: int = 3) -> float:
        """Items of text and link one below the other; the height that they take ends where this says."""
        for text, href in items:
            for line in wrapped(text, width, lines):
                self.write(x, y, line, href=href)
                y += LINE
            y += 3
        return y

    def property(self, iri: str) -> str:
        """What a property is called, or its local name where the vocabulary lacks it."""
        return self.label(iri) if iri in self.book.vocabulary.terms else local(iri)

    def first_page(self, part: str) -> str:
        """The first page of a part of the vocabulary."""
        page = next((p for p in self.book.vocabulary.pages if p.part == part), None)
        return f"../vocabulary/{page.name}.html" if page else f"../{VOCABULARY}"
