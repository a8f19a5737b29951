"""A document's evidence to decisions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.evidence import DraftEvidence
from checker.evidence.candidates import Candidate
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.report import Evidence, RequirementOutcome, Verdict
from checker.verdicts.conditions import conditions
from checker.verdicts.first_reading import features, probabilities
from checker.verdicts.judged import judge
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, decide

ASSERTED = 0.95
"""Confidence from which a verdict stands without a person; on unread texts hardly any does."""
_ASSUMED = 0.6


def decide_document(
    evidence: DraftEvidence,
    requirements: tuple[Requirement, ...],
    knowledge: Knowledge,
    *,
    language: str,
    given: Mapping[str, bool] = MappingProxyType({}),
) -> tuple[RequirementOutcome, ...]:
    """Outcomes of the requirements, in their order. ``given`` says of conditions, by requirement id, if they hold."""
    taken = conditions(evidence, requirements, given)
    findings = judge(evidence, requirements, taken, knowledge)
    writer = OutcomeWriter(knowledge, language)
    outcomes = []
    for requirement in requirements:
        passages = passages_of(evidence, requirement)
        decision = _decision(requirement, findings, evidence)
        applies = taken.get(requirement.id)
        rows = {c.iri: evidence.left_open(c) for c in requirement.claims}
        outcomes.append(writer.write(requirement, decision, passages, findings, applies, evidence.open_slots, rows))
    return tuple(outcomes)


def _decision(requirement: Requirement, findings: Findings, evidence: DraftEvidence) -> Decision:
    verdict = decide(requirement, findings, in_text=True)
    if verdict == "not-applicable":
        return Decision(verdict, _ASSUMED, needs_review=True)
    said: Verdict = "not-stated" if verdict == "not-met" else verdict
    sure = probabilities(features(requirement, evidence, said))[said]
    return Decision(verdict, sure, needs_review=sure < ASSERTED)


def passages_of(evidence: DraftEvidence, requirement: Requirement) -> tuple[Evidence, ...]:
    """The candidates, best first, with the claims that each shows."""
    claims: dict[int, list[str]] = {}
    for claim in requirement.claims:
        for number in evidence.units_showing(claim):
            claims.setdefault(number, []).append(claim.id)
        for support in evidence.showing(claim):
            if claim.role != "universal":
                claims.setdefault(support.unit.number, []).append(claim.id)
    return tuple(_passage(evidence, c, claims.get(c.unit, [])) for c in evidence.candidates[requirement.id])


def _passage(evidence: DraftEvidence, candidate: Candidate, claims: list[str]) -> Evidence:
    found = evidence.corpus.units[candidate.unit].passage
    return Evidence(
        found.text, found.page, found.heading, found.start, found.end, candidate.score, tuple(dict.fromkeys(claims))
    )
