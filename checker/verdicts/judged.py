"""Which claims hold of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.evidence import DraftEvidence
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.shapes import applies_shape
from checker.report import ConditionOutcome
from checker.verdicts.rules import Findings


def judge(
    evidence: DraftEvidence,
    requirements: Sequence[Requirement],
    taken: Mapping[str, ConditionOutcome],
    knowledge: Knowledge,
) -> Findings:
    """The shapes that a text does not conform to.

    A claim holds where a passage shows it. One without signs, which says that what the others found belongs to one
    thing, holds where all others do: whether it is one thing is for a reader to see. What must not be there fails
    where a passage shows it; that a text does not say everything of each thing breaks nothing. ``taken`` says by
    requirement id which way conditions are taken.
    """
    failing: set[str] = set()
    for requirement in requirements:
        open_ = [c for c in requirement.claims if not _holds(c, evidence)]
        asserted = [c for c in open_ if c.role == "asserting"]
        if asserted and all(_follows(c, knowledge) for c in asserted) and _anything(requirement, evidence):
            open_ = [c for c in open_ if c not in asserted]
        failing.update(c.iri for c in open_)
        if requirement.id in taken and not taken[requirement.id].holds:
            failing.add(applies_shape(requirement))
    return Findings(frozenset(failing))


def _holds(claim: Claim, evidence: DraftEvidence) -> bool:
    shown = evidence.shows(claim)
    return not shown if claim.role == "universal" else shown


def _follows(claim: Claim, knowledge: Knowledge) -> bool:
    return claim.searched_as not in knowledge.signs


def _anything(requirement: Requirement, evidence: DraftEvidence) -> bool:
    return any(evidence.shows(c) for c in requirement.claims if c.role == "asserting")
