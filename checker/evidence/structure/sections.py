"""Chapters that are there, by their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.evidence.structure.lookup import Lookup
from checker.evidence.structure.model import Fact, Place, Thing, Value
from checker.evidence.words import Stemmer
from checker.knowledge.structures import SectionReading
from checker.readers.document import Document, Passage

_LEAST = 2
"""Chapters from which a document has an outline."""


@dataclass(frozen=True, slots=True)
class SectionReader:
    """Reads the headings of one document. A heading with nothing under it is no chapter."""

    document: Document
    stemmer: Stemmer

    def read(self, readings: Iterable[SectionReading], kind: str) -> Iterator[Thing]:
        """``kind`` is the class of the draft."""
        headings = list(self._headings())
        lookup = Lookup([p.text for p in headings], self.stemmer)
        for reading in readings:
            if reading.only_in and kind not in reading.only_in:
                continue
            found = [
                (headings[n], Fact(reading.link, Value("", iri=c.value), Place(headings[n], 0, len(headings[n].text))))
                for c in reading.choices
                for n in sorted(lookup.best(c.wordings))[:1]
            ]
            if reading.each:
                for heading, fact in found:
                    key = f"{heading.block}"
                    yield Thing(reading.cls, key, (reading.cls,), heading.text, fact.place, (fact,))
            elif len(found) >= _LEAST:
                facts = tuple(fact for _, fact in found)
                yield Thing(reading.cls, "outline", (reading.cls,), "", facts[0].place, facts)

    def _headings(self) -> Iterator[Passage]:
        passages = self.document.passages
        for passage, after in pairwise(passages):
            path = (*passage.heading, passage.text)
            if passage.kind == "heading" and after.heading[: len(path)] == path:
                yield passage
