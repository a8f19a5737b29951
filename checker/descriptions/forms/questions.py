"""What the requirements of a kind ask, as questions that can be answered with yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.descriptions.instances import asks_for_wording
from checker.knowledge.model import Requirement

APPLIES = "?applies"
"""Ends the id of the question whether a requirement applies."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``id`` is the claim's, or the requirement's and APPLIES."""

    id: str
    text: str
    optional: bool = False
    wording: bool = False
    """True where the answer needs the wording itself, a line for each statement."""


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one requirement."""

    requirement: Requirement
    questions: tuple[Question, ...]


def sections(requirements: Iterable[Requirement], language: str) -> tuple[Section, ...]:
    """Requirements without claims ask nothing and are left out."""
    return tuple(Section(r, tuple(_questions(r, language))) for r in requirements if r.claims)


def _questions(requirement: Requirement, language: str) -> Iterator[Question]:
    if requirement.condition_iri:
        yield Question(requirement.id + APPLIES, requirement.condition.in_(language))
    order = sorted(requirement.claims, key=lambda c: (c.role != "asserting", "together" in c.id, c.id))
    for claim in order:
        wording = claim.wants is not None and asks_for_wording(claim.wants)
        yield Question(claim.id, claim.sentence.in_(language), claim.role == "optional", wording)
