"""How structure stands in a draft: which tables, relations, chapters and quantities are read, and what they say."""

from __future__ import annotations

from dataclasses import dataclass

from checker.errors import ToolError
from checker.knowledge.index import Index, Key
from checker.knowledge.names import GC, GCS, OWL, TYPE

_LITERAL = OWL + "DatatypeProperty"


@dataclass(frozen=True, slots=True)
class Choice:
    """What some wordings stand for: a concept, and for a level the class of what stands on it."""

    wordings: tuple[str, ...]
    value: str = ""
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What a value hangs on. ``through`` leads to a node of ``through_class`` in between, ``back`` from there."""

    fills: str
    literal: bool
    value_class: str = ""
    through: str = ""
    through_class: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the wordings of its header and what its cells fill.

    ``link`` is None where a column only helps to know the table. ``terms`` are concepts found by their own cues,
    ``choices`` by the wordings given here.
    """

    iri: str
    headers: tuple[str, ...]
    link: Link | None
    is_key: bool
    gives_level: bool
    repeated: bool
    named_wholly: bool
    """True where a cell is an actor only if it names little else."""
    choices: tuple[Choice, ...]
    terms: tuple[str, ...]
    header_year: str
    """The property of a value that a year in the header fills."""
    header_unit: str
    """The property that a unit in brackets fills."""
    breaks: tuple[str, ...]
    """Claims on every row that an open cell breaks."""


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a row makes: a node of a class, named by the key column. ``needs`` are columns of which one must be there.

    ``levels`` say by the level of a row of which class it is. The rows of a table about a body belong to that body.
    """

    iri: str
    cls: str
    columns: tuple[Column, ...]
    needs: frozenset[str]
    levels: tuple[Choice, ...]
    holder_class: str
    held_by: str
    of_body: bool

    @property
    def keys(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.is_key)


@dataclass(frozen=True, slots=True)
class RelationReading:
    """What sentences say of a body: wordings between body and actor (``before``) or actor and body (``after``)."""

    iri: str
    cls: str
    link: Link
    repeated: bool
    excepted: tuple[str, ...]
    """Classes of actors of which this is not said."""
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionReading:
    """Chapters that are there, by their headings."""

    iri: str
    cls: str
    link: Link
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a sentence may say of its statement: by regular expressions, or by the cues of concepts.

    Where ``steps`` are given, the greatest length of time that was found decides: (months from which, concept).
    """

    link: Link
    patterns: tuple[str, ...]
    terms: tuple[str, ...]
    steps: tuple[tuple[float, str], ...]
    is_key: bool
    """True where there is no statement without it."""


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """Sentences that are statements: they stand under a heading, open with some words, or speak of a thing."""

    iri: str
    cls: str
    under: tuple[str, ...]
    opens: tuple[str, ...]
    speaks_of: tuple[str, ...]
    form: tuple[str, ...]
    """Regular expressions of which the sentence has to match one where it only stands under a heading."""
    levels: tuple[Choice, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Structures:
    """All readings, worded in one language."""

    tables: tuple[TableReading, ...] = ()
    relations: tuple[RelationReading, ...] = ()
    sections: tuple[SectionReading, ...] = ()
    sentences: tuple[SentenceReading, ...] = ()
    open_cell: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    total_row: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    denial: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    numbers: tuple[Choice, ...] = ()
    """Numbers in words."""
    units: tuple[Choice, ...] = ()
    """Units of time; the value says how many months each is."""


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


@dataclass(frozen=True, slots=True)
class _Reader:
    index: Index
    ontology: Index
    language: str

    def words(self, subject: Key, name: str) -> tuple[str, ...]:
        return tuple(sorted(w.value for w in self.index.literals(subject, GC + name) if w.language == self.language))

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
        )

    def relation(self, iri: Key) -> RelationReading:
        before, after = self.words(iri, "saidBefore"), self.words(iri, "saidAfter")
        link = self._needed_link(iri)
        excepted = tuple(sorted(self.index.keys(iri, GC + "exceptClass")))
        repeated = self._true(iri, "isRepeated")
        return RelationReading(iri, self._one(iri, "readsClass"), link, repeated, excepted, before, after)

    def section(self, iri: Key) -> SectionReading:
        link = self._needed_link(iri)
        return SectionReading(iri, self._one(iri, "readsClass"), link, self.choices(iri))

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
        steps = ((float(self.index.literal(s, GC + "fromMonths")), self._one(s, "choiceValue")) for s in self.index.keys(iri, GC + "step"))
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
