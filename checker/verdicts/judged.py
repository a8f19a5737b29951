"""Which claims hold of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.evidence import DraftEvidence
from checker.evidence.strength import STRONG, WEAK
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.shapes import applies_shape
from checker.report import ConditionOutcome
from checker.verdicts.rules import Findings

_MOST = 2 / 3


def judge(
    evidence: DraftEvidence,
    requirements: Sequence[Requirement],
    taken: Mapping[str, ConditionOutcome],
    knowledge: Knowledge,
) -> Findings:
    """The shapes that a text does not conform to.

    A claim holds where a passage shows it, or a thing read from a table or a relation has all that it asks. One
    without signs, which says that what the others found belongs to one thing, holds where all others do: whether it
    is one thing is for a reader to see. What must not be there fails where a passage shows it; what must hold of each
    thing fails where a row of a table leaves it open. That a text does not say everything of each thing breaks
    nothing. ``taken`` says by requirement id which way conditions are taken.
    """
    failing: set[str] = set()
    for requirement in requirements:
        company = _in_company(requirement, evidence, knowledge)
        open_ = [c for c in requirement.claims if not _holds(c, evidence, WEAK if company else STRONG)]
        asserted = [c for c in open_ if c.role == "asserting"]
        if asserted and all(_follows(c, requirement, knowledge) for c in asserted) and _anything(requirement, evidence):
            open_ = [c for c in open_ if c not in asserted]
        failing.update(c.iri for c in open_)
        if requirement.id in taken and not taken[requirement.id].holds:
            failing.add(applies_shape(requirement))
    return Findings(frozenset(failing))


def _holds(claim: Claim, evidence: DraftEvidence, least: float) -> bool:
    if claim.role == "universal":
        return not evidence.shows(claim) and not evidence.left_open(claim)
    return evidence.shows(claim, least)


def _in_company(requirement: Requirement, evidence: DraftEvidence, knowledge: Knowledge) -> bool:
    """True where most claims are shown by strong passages: weaker ones are believed beside them."""
    searched = [c for c in requirement.claims if c.role == "asserting" and not _follows(c, requirement, knowledge)]
    return sum(evidence.shows(c) for c in searched) >= _MOST * len(searched)


def _follows(claim: Claim, requirement: Requirement, knowledge: Knowledge) -> bool:
    """True of a claim without signs beside others that have some."""
    signed = any(c.searched_as in knowledge.signs for c in requirement.claims)
    return signed and claim.searched_as not in knowledge.signs


def _anything(requirement: Requirement, evidence: DraftEvidence) -> bool:
    return any(evidence.shows(c) for c in requirement.claims if c.role == "asserting")
