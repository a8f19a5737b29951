"""Whether the condition of a requirement is taken to hold for a text, and why."""

from __future__ import annotations

from collections.abc import Mapping

from checker.evidence import DraftEvidence
from checker.knowledge.model import Requirement
from checker.report import ConditionOutcome


def conditions(
    evidence: DraftEvidence, requirements: tuple[Requirement, ...], given: Mapping[str, bool]
) -> dict[str, ConditionOutcome]:
    """By requirement id, for requirements that depend on one. ``given`` is what a person says, by requirement id."""
    return {r.id: _condition(r, evidence, given) for r in requirements if r.condition_effect == "applies"}


def _condition(requirement: Requirement, evidence: DraftEvidence, given: Mapping[str, bool]) -> ConditionOutcome:
    if requirement.id in given:
        return ConditionOutcome(given[requirement.id], "person")
    if f"kind:{evidence.kind}" in requirement.condition_signals:
        return ConditionOutcome(True, "kind")
    best = evidence.condition_shown(requirement)
    if best is not None and requirement.assumed_away:
        start, end = best.span
        return ConditionOutcome(True, "passage", best.unit.passage.text[start:end].strip())
    return ConditionOutcome(not requirement.assumed_away, "assumed")
