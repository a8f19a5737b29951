"""Which claims hold of a text: by a passage of their own where their signs are known, by their shapes otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.descriptions.closure import closed
from checker.engine import validate
from checker.evidence import DraftEvidence
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

    A claim with signs holds where a passage shows it. One without (that the parts belong to one thing) is decided by
    the engine, over the statements that the text makes, where all the others hold. What must not be there fails where a
    passage shows it: that a text does not say everything of each thing breaks nothing. ``taken`` says by requirement
    id which way conditions are taken.
    """
    failing: set[str] = set()
    for requirement in requirements:
        failing.update(c.iri for c in requirement.claims if not _holds(c, evidence))
        if requirement.id in taken and not taken[requirement.id].holds:
            failing.add(applies_shape(requirement))
    open_ = [r for r in requirements if _undecided(r, knowledge) and _all_else_holds(r, evidence, knowledge)]
    if open_:
        stated = closed(evidence.statements(open_), knowledge)
        found = Findings.of(validate(shapes_graph(knowledge.index, tuple(open_)), stated, engine), DRAFT)
        for requirement in open_:
            left = _undecided(requirement, knowledge)
            failing = {f for f in failing if f not in left} | (left & found.failing)
    return Findings(frozenset(failing))


def _holds(claim: Claim, evidence: DraftEvidence) -> bool:
    shown = evidence.shows(claim)
    return not shown if claim.role == "universal" else shown


def _undecided(requirement: Requirement, knowledge: Knowledge) -> frozenset[str]:
    """Claims that must be there and have no signs."""
    asked = (c for c in requirement.claims if c.role != "universal")
    return frozenset(c.iri for c in asked if c.searched_as not in knowledge.signs)


def _all_else_holds(requirement: Requirement, evidence: DraftEvidence, knowledge: Knowledge) -> bool:
    """True where what is undecided can still make the difference."""
    searched = [c for c in requirement.claims if c.role == "asserting" and c.searched_as in knowledge.signs]
    return all(evidence.shows(c) for c in searched)
