"""A document's evidence to decisions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.evidence import DraftEvidence
from checker.evidence.candidates import Candidate
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.report import Evidence, RequirementOutcome
from checker.verdicts.conditions import conditions
from checker.verdicts.judged import judge
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, coverage, decide

_UNREAD = 0.6
"""What a score is worth that no person has confirmed: about the share of such verdicts that were right on drafts
with known verdicts."""


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
        passages = _passages(evidence, requirement)
        decision = _decision(requirement, findings, passages)
        applies = taken.get(requirement.id)
        outcomes.append(writer.write(requirement, decision, passages, findings, applies, evidence.open_slots))
    return tuple(outcomes)


def _decision(requirement: Requirement, findings: Findings, passages: tuple[Evidence, ...]) -> Decision:
    verdict = decide(requirement, findings)
    if verdict == "not-applicable":
        return Decision(verdict, 0.6, needs_review=True)
    best = passages[0].score if passages else 0.0
    if verdict == "not-stated":
        return Decision(verdict, max(0.2, 1.0 - best), needs_review=best > 0.3)
    # Nobody has read the text, and no score here is calibrated to carry "met" by itself: always a proposal.
    return Decision(verdict, _UNREAD * (0.5 * best + 0.5 * coverage(requirement, findings)), needs_review=True)


def _passages(evidence: DraftEvidence, requirement: Requirement) -> tuple[Evidence, ...]:
    """The candidates, best first, with the claims that each shows."""
    claims: dict[int, list[str]] = {}
    for claim in requirement.claims:
        for support in evidence.showing(claim):
            if claim.role != "universal":
                claims.setdefault(support.unit.number, []).append(claim.id)
    return tuple(_passage(evidence, c, claims.get(c.unit, [])) for c in evidence.candidates[requirement.id])


def _passage(evidence: DraftEvidence, candidate: Candidate, claims: list[str]) -> Evidence:
    found = evidence.corpus.units[candidate.unit].passage
    return Evidence(
        found.text, found.page, found.heading, found.start, found.end, candidate.score, tuple(dict.fromkeys(claims))
    )
