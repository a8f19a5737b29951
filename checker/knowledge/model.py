"""The knowledge as immutable objects."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from checker.report import Strength

Language = str
FALLBACK: Language = "en"
ClaimRole = Literal["asserting", "universal", "optional"]


class Text(msgspec.Struct, frozen=True):
    """One text in several languages; English stands in where a language is lacking."""

    by_language: Mapping[Language, str] = msgspec.field(default_factory=lambda: MappingProxyType({}))

    def in_(self, language: Language) -> str:
        return self.by_language.get(language) or self.by_language.get(FALLBACK, "")

    def __bool__(self) -> bool:
        return bool(self.by_language)


class GuidanceDocument(msgspec.Struct, frozen=True):
    id: str
    title: Text
    short: str


class Provision(msgspec.Struct, frozen=True):
    """One clause of a guidance document, in our words."""

    id: str
    document: str
    locator: str
    strength: Strength
    theme: str
    topic: str
    statement: Text
    condition: Text


class ValueShape(msgspec.Struct, frozen=True):
    """What a claim asks of a value: classes, parts, a list, and groups of alternatives of which one each must hold."""

    classes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    alternatives: tuple[tuple[ValueShape, ...], ...] = ()
    values: tuple[str, ...] = ()
    """IRIs of concepts, from sh:hasValue (one) or sh:in (any)."""


class Part(msgspec.Struct, frozen=True):
    """A property of a value that must be there ``count`` times, each value as ``value`` says."""

    path: str
    count: int
    value: ValueShape


class Claim(msgspec.Struct, frozen=True):
    """A property shape of a requirement. ``wants`` is None where nothing has to be there (universal claims)."""

    id: str
    iri: str
    name: Text
    sentence: Text
    message: Text
    role: ClaimRole
    essential: bool
    breaks: bool
    """True where its failure alone means not-met."""
    wants: ValueShape | None
    count: int = 1
    forbids: ValueShape | None = None
    """What must not be there at all, where the claim says that."""
    sought: str = ""
    wants_all: bool = True
    """True where ``wants`` is all that the claim says: one statement, and nothing that must be absent."""

    @property
    def searched_as(self) -> str:
        """The IRI that its signs hang on: its own, or that of the condition which it is a part of."""
        return self.sought or self.iri

    @property
    def joins(self) -> bool:
        """True of a claim that what the others found belongs to one thing, which its id says."""
        return self.id.endswith("-together")


class Requirement(msgspec.Struct, frozen=True):
    id: str
    iri: str
    theme: str
    title: Text
    statement: Text
    remedy: Text
    near_miss: Text
    strength: Strength
    raised_to: Strength | None
    kinds: tuple[str, ...]
    provisions: tuple[str, ...]
    cues: Mapping[Language, tuple[str, ...]]
    condition: Text
    condition_effect: str
    condition_default: str
    condition_signals: tuple[str, ...]
    """Words that show the condition in a draft, in English; ``kind:sop`` where a kind always meets it."""
    condition_iri: str | None
    condition_claims: tuple[Claim, ...]
    """What shows in a text that the condition holds; searched, never counted."""
    claims: tuple[Claim, ...]
    partly_from: int
    check_type: str
    related: tuple[str, ...]
    weight: float = 1.0
    """How much it counts under a profile."""

    @property
    def assumed_away(self) -> bool:
        """True where the requirement depends on a condition that does not hold unless the draft shows it."""
        return self.condition_effect == "applies" and self.condition_default == "does-not-hold"

    @property
    def has_claims(self) -> bool:
        return bool(self.claims)


class Kind(msgspec.Struct, frozen=True):
    """A kind of draft: its id (``sop``), its class and how such drafts call themselves."""

    id: str
    iri: str
    label: Text
    definition: Text
    cues: Mapping[Language, tuple[str, ...]]
    broad: bool = False
    """True where drafts of other kinds also call themselves so (a proposal for a community project)."""
    unranked: bool = False
    """True where a country speaks of itself: such drafts are never put in an order of merit."""


class OtherText(msgspec.Struct, frozen=True):
    """A text that is no draft about returning migrants, and where its cues give it away."""

    id: str
    label: Text
    cues: Mapping[Language, tuple[str, ...]]
    told_by: Literal["title-head", "whole-text", "manner"]
    set_pieces: Mapping[Language, tuple[str, ...]]
    """What texts of this sort hold, whatever their title: apologies and other business, in minutes."""


class Theme(msgspec.Struct, frozen=True):
    id: str
    label: Text


class Profile(msgspec.Struct, frozen=True):
    """A selection of requirements, and what it says of their strength and weight where it says something."""

    id: str
    iri: str
    label: Text
    requirements: frozenset[str]
    strengths: Mapping[str, Strength] = msgspec.field(default_factory=lambda: MappingProxyType({}))
    weights: Mapping[str, float] = msgspec.field(default_factory=lambda: MappingProxyType({}))

    def weight(self, requirement: str) -> float:
        return self.weights.get(requirement, 1.0)


class Lexicon(msgspec.Struct, frozen=True):
    """How practitioners say each class, property and concept: cues and patterns by IRI and language."""

    cues: Mapping[str, Mapping[Language, tuple[str, ...]]]
    patterns: Mapping[str, Mapping[Language, tuple[str, ...]]]
    per_passage: frozenset[str]
    """Classes of which every passage speaks of another thing (measures), with those below them."""
    below: Mapping[str, frozenset[str]]
    """Subclasses (or narrower concepts) of a term, itself included."""
