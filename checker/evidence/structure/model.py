"""What was read of a draft's structure, before it is RDF: things, what is said of them, and where."""

from __future__ import annotations

from dataclasses import dataclass

from checker.knowledge.structures import Link
from checker.readers.document import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Value:
    """What a fact says: a concept (``iri``), or words, which become a literal or a thing of some classes."""

    text: str
    iri: str = ""
    classes: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    """What the header adds: a property and its literal (the year, the unit)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of another. ``place`` is where; ``turn`` tells nodes in between apart."""

    link: Link
    value: Value
    place: Place
    turn: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a draft states: ``key`` is its identity, so that two of the same key are one node.

    ``family`` is the class by which it is known among others; ``name`` is how the draft calls it. ``worded`` is the
    text of a statement that rules on wording judge. ``holder`` leads from a node over the table, and by which property.
    """

    family: str
    key: str
    classes: tuple[str, ...]
    name: str
    place: Place
    facts: tuple[Fact, ...] = ()
    worded: str = ""
    holder: tuple[str, str, str] | None = None
    """Class, key and property of what holds it; None where the draft states it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell that a row leaves open: the claims that this breaks, and the name of the row."""

    claims: tuple[str, ...]
    row: str
    place: Place


@dataclass(frozen=True, slots=True)
class Structure:
    """All that was read: things, and what tables leave open."""

    things: tuple[Thing, ...] = ()
    gaps: tuple[Gap, ...] = ()
