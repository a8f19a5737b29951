"""How IATI activities become descriptions, and which of them are about return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checker.knowledge.model import Text

How = Literal["words", "plain", "meaning", "name", "class", "fixed"]


@dataclass(frozen=True, slots=True)
class Field:
    """What is said of a thing. ``at`` and ``value`` are XPaths, the second from what the first finds.

    Words keep their language; a meaning is the concept that a code stands for, a name what its list calls it, a class
    another class of the thing; what is fixed (``gives``) is so wherever ``at`` finds something.
    """

    at: str
    how: How
    fills: str = ""
    value: str = ""
    list: str = ""
    gives: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an element becomes. ``at`` is an XPath, from the element that ``under`` reads or from the activity.

    Elements with the same ``key`` are one thing, across all readings of a ``family``.
    """

    iri: str
    at: str
    makes: tuple[str, ...]
    stated: bool
    under: str
    also_under: tuple[str, ...]
    linked_by: str
    links_back: str
    key: str
    family: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FarLink:
    """A link between things of two readings, of which one stands in the other or both in the activity."""

    start: str
    end: str
    fills: str


@dataclass(frozen=True, slots=True)
class TextReading:
    """Narratives that are searched as a draft's text, under a heading."""

    at: str
    heading: Text
    is_heading: bool


@dataclass(frozen=True, slots=True)
class CodeList:
    """``names`` and ``means`` are by code; ``beginnings`` say it of every code that begins so."""

    names: Mapping[str, Text]
    means: Mapping[str, tuple[str, ...]]
    beginnings: tuple[tuple[str, str], ...]

    def meaning(self, code: str) -> tuple[str, ...]:
        return self.means.get(code) or tuple(means for start, means in self.beginnings if code.startswith(start))


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which activities are about return and reintegration: by codes of sectors and by cues, by language.

    ``deciding`` and ``supporting`` are XPaths of narratives. Shares of sectors are in per cent.
    """

    deciding: str
    supporting: str
    least_share: float
    least_hints: int
    least_supporting: int
    vocabularies: frozenset[str]
    alone: frozenset[str]
    with_hint: frozenset[str]
    against: frozenset[str]
    beginnings: tuple[str, ...]
    """How a word begins without which no cue can be there."""
    sure: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, tuple[str, ...]]
    others: Mapping[str, tuple[str, ...]]
    """What the hints of a narrative speak of instead."""


@dataclass(frozen=True, slots=True)
class Iati:
    """``readings`` come in the order in which they are made, ``lists`` are by IRI."""

    readings: tuple[Reading, ...]
    links: tuple[FarLink, ...]
    texts: tuple[TextReading, ...]
    lists: Mapping[str, CodeList]
    choosing: Choosing
