"""How structure stands in a draft: which tables, relations, chapters and quantities are read, and what they say."""

from __future__ import annotations

from dataclasses import dataclass


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
    needs_value: bool
    """True where a row in which the cell names no concept makes nothing."""
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
    beside: bool
    """True where the same key column may be read otherwise as well."""

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
    """Chapters that are there, by their headings. ``each`` of them is a thing, or all are told of one outline."""

    iri: str
    cls: str
    link: Link
    each: bool
    only_in: tuple[str, ...]
    """Classes of drafts in which they are read; empty for all."""
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
class NameWords:
    """Small words in and before names, in lower case, of all languages: drafts name bodies in others than their own."""

    articles: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    """Articles before what has not been named yet."""
    links: frozenset[str] = frozenset()
    """With which the name of a body goes on."""
    conjunctions: frozenset[str] = frozenset()
    """Links after which an article begins another name."""
    proper_links: frozenset[str] = frozenset()
    """Between the capitalised words of a proper name of no known class."""


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
    names: NameWords = NameWords()
