"""The readings of structure, from the Turtle of ontology/structures."""

from __future__ import annotations

from dataclasses import dataclass

from checker.errors import ToolError
from checker.knowledge.index import Index, Key
from checker.knowledge.names import GC, GCS, OWL, TYPE
from checker.knowledge.structures import (
    Choice,
    Column,
    Link,
    NameWords,
    Part,
    RelationReading,
    SectionReading,
    SentenceReading,
    Structures,
    TableReading,
)

_LITERAL = OWL + "DatatypeProperty"


def read_structures(index: Index, ontology: Index, language: str) -> Structures:
    """The readings in ``index``; ``ontology`` knows the properties and concepts that they speak of."""
    read = _Reader(index, ontology, language)
    return Structures(
        tables=tuple(read.table(t) for t in index.of_type(GC + "TableReading")),
        relations=tuple(read.relation(r) for r in index.of_type(GC + "RelationReading")),
        sections=tuple(read.section(s) for s in index.of_type(GC + "SectionReading")),
        sentences=tuple(read.sentence(s) for s in index.of_type(GC + "SentenceReading")),
        numbers=read.choices(GCS + "number-words"),
        units=read.choices(GCS + "time-units"),
        names=NameWords(**{name: read.every_word(GCS + iri) for name, iri in _NAME_WORDS.items()}),
        **{name: read.words(GCS + iri, "wording") for name, iri in _CELL_WORDS.items()},
    )


_CELL_WORDS = {
    "open_cell": "open-cell",
    "not_applicable": "not-applicable-cell",
    "total_row": "total-row",
    "body": "body",
    "doubt": "doubt",
    "denial": "denial",
    "relative": "relative",
}
_NAME_WORDS = {
    "articles": "article",
    "indefinite": "indefinite-article",
    "links": "name-link",
    "conjunctions": "name-conjunction",
    "proper_links": "proper-name-link",
}


@dataclass(frozen=True, slots=True)
class _Reader:
    index: Index
    ontology: Index
    language: str

    def words(self, subject: Key, name: str) -> tuple[str, ...]:
        return tuple(sorted(w.value for w in self.index.literals(subject, GC + name) if w.language == self.language))

    def every_word(self, subject: Key) -> frozenset[str]:
        """Its wordings in all languages."""
        return frozenset(w.value for w in self.index.literals(subject, GC + "wording"))

    def table(self, iri: Key) -> TableReading:
        return TableReading(
            iri=iri,
            cls=self._one(iri, "readsClass"),
            columns=tuple(self._column(c) for c in sorted(self.index.keys(iri, GC + "column"))),
            needs=frozenset(self.index.keys(iri, GC + "needsColumn")),
            levels=self.choices(iri),
            holder_class=self._one(iri, "holderClass"),
            held_by=self._one(iri, "holdsRow"),
            of_body=self._true(iri, "rowsOfBody"),
            beside=self._true(iri, "besideOthers"),
        )

    def relation(self, iri: Key) -> RelationReading:
        before, after = self.words(iri, "saidBefore"), self.words(iri, "saidAfter")
        link = self._needed_link(iri)
        excepted = tuple(sorted(self.index.keys(iri, GC + "exceptClass")))
        repeated = self._true(iri, "isRepeated")
        return RelationReading(iri, self._one(iri, "readsClass"), link, repeated, excepted, before, after)

    def section(self, iri: Key) -> SectionReading:
        link = self._needed_link(iri)
        each, only_in = self._true(iri, "isRepeated"), tuple(sorted(self.index.keys(iri, GC + "onlyIn")))
        return SectionReading(iri, self._one(iri, "readsClass"), link, each, only_in, self.choices(iri))

    def sentence(self, iri: Key) -> SentenceReading:
        under, opens, speaks_of = (self.words(iri, n) for n in ("standsUnder", "opensWith", "speaksOf"))
        parts = tuple(sorted((self._part(p) for p in self.index.keys(iri, GC + "part")), key=repr))
        form = self.words(iri, "pattern")
        return SentenceReading(
            iri, self._one(iri, "readsClass"), under, opens, speaks_of, form, self.choices(iri), parts
        )

    def _part(self, iri: Key) -> Part:
        scheme, key = self._one(iri, "valuesFrom"), self._true(iri, "isKey")
        terms = tuple(self.ontology.of_type(scheme)) if scheme else ()
        steps = (
            (float(self.index.literal(s, GC + "fromMonths")), self._one(s, "choiceValue"))
            for s in self.index.keys(iri, GC + "step")
        )
        return Part(self._needed_link(iri), self.words(iri, "pattern"), terms, tuple(sorted(steps, reverse=True)), key)

    def _needed_link(self, iri: Key) -> Link:
        link = self._link(iri)
        if link is None:
            raise ToolError("a reading says which property it fills", where=iri, remedy="give it gc:fills")
        return link

    def _column(self, iri: Key) -> Column:
        scheme = self._one(iri, "valuesFrom")
        return Column(
            iri=iri,
            headers=self.words(iri, "header"),
            link=self._link(iri),
            is_key=self._true(iri, "isKey"),
            gives_level=self._true(iri, "givesLevel"),
            repeated=self._true(iri, "isRepeated"),
            needs_value=self._true(iri, "needsValue"),
            named_wholly=self._true(iri, "isNamedWholly"),
            choices=self.choices(iri),
            terms=tuple(t for t in self.ontology.of_type(scheme)) if scheme else (),
            header_year=self._one(iri, "headerYear"),
            header_unit=self._one(iri, "headerUnit"),
            breaks=tuple(sorted(self.index.keys(iri, GC + "openBreaks"))),
        )

    def _link(self, iri: Key) -> Link | None:
        fills = self._one(iri, "fills")
        names = ("valueClass", "through", "throughClass", "backTo")
        literal = _LITERAL in self.ontology.keys(fills, TYPE)
        return Link(fills, literal, *(self._one(iri, n) for n in names)) if fills else None

    def choices(self, iri: Key) -> tuple[Choice, ...]:
        found = (
            Choice(self.words(c, "wording"), self._value(c), self._one(c, "choiceClass"))
            for c in self.index.keys(iri, GC + "choice")
        )
        return tuple(sorted(found, key=lambda c: (c.cls, c.value, c.wordings)))

    def _value(self, iri: Key) -> str:
        """A concept, or a number."""
        return self._one(iri, "choiceValue") or self.index.literal(iri, GC + "choiceNumber")

    def _one(self, iri: Key, name: str) -> str:
        return self.index.one(iri, GC + name) or ""

    def _true(self, iri: Key, name: str) -> bool:
        return self.index.literal(iri, GC + name) == "true"
