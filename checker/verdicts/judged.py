"""Which claims hold of a text: by a passage of their own where their signs are known, by their shapes otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.descriptions.closure import closed
from checker.engine import validate
from checker.evidence import DraftEvidence
from checker.evidence.read import ENOUGH
from checker.evidence.statements import DRAFT
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.shapes import applies_shape, shapes_graph
from checker.report import ConditionOutcome
from checker.verdicts.rules import Findings


def judge(
    evidence: DraftEvidence,
    requirements: Sequence[Requirement],
    taken: Mapping[str, ConditionOutcome],
    knowledge: Knowledge,
    engine: str,
) -> Findings:
    """The shapes that a text does not conform to.

    A claim with signs holds where a passage shows it. One without is decided by the engine, over all statements that
    the text makes; it can only hold where some passage supports its requirement. What must not be there fails where a
    passage shows it: that a text does not say everything of each thing breaks nothing. ``taken`` says by requirement
    id which way conditions are taken.
    """
    failing: set[str] = set()
    for requirement in requirements:
        failing.update(c.iri for c in requirement.claims if not _holds(c, evidence))
        if requirement.id in taken and not taken[requirement.id].holds:
            failing.add(applies_shape(requirement))
    open_ = [r for r in requirements if _undecided(r, knowledge) and _supported(r, evidence)]
    if open_:
        stated = closed(evidence.statements, knowledge)
        found = Findings.of(validate(shapes_graph(knowledge.index, tuple(open_)), stated, engine), DRAFT)
        for requirement in open_:
            left = _undecided(requirement, knowledge)
            failing = {f for f in failing if f not in left} | (left & found.failing)
    return Findings(frozenset(failing))


def _holds(claim: Claim, evidence: DraftEvidence) -> bool:
    shown = any(s.score >= ENOUGH for s in evidence.supports.get(claim.iri, ()))
    return not shown if claim.role == "universal" else shown


def _undecided(requirement: Requirement, knowledge: Knowledge) -> frozenset[str]:
    """Claims that must be there and have no signs."""
    asked = (c for c in requirement.claims if c.role != "universal")
    return frozenset(c.iri for c in asked if c.searched_as not in knowledge.signs)


def _supported(requirement: Requirement, evidence: DraftEvidence) -> bool:
    return any(s.score >= ENOUGH for c in requirement.claims for s in evidence.supports.get(c.iri, ()))
