"""A document's evidence to decisions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checker.evidence import DraftEvidence
from checker.evidence.candidates import Candidate
from checker.evidence.support import Support
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.report import Evidence, RequirementOutcome
from checker.verdicts.conditions import conditions
from checker.verdicts.judged import judge
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, coverage, decide

MOST_EVIDENCE = 8
_UNREAD = 0.6
"""What a score is worth that no person has confirmed: about the share of such verdicts that were right on drafts
with known verdicts."""


def decide_document(
    evidence: DraftEvidence,
    requirements: tuple[Requirement, ...],
    knowledge: Knowledge,
    *,
    language: str,
    engine: str,
    given: Mapping[str, bool] = MappingProxyType({}),
) -> tuple[RequirementOutcome, ...]:
    """Outcomes of the requirements, in their order. ``given`` says of conditions, by requirement id, if they hold."""
    taken = conditions(evidence, requirements, given)
    findings = judge(evidence, requirements, taken, knowledge, engine)
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
    """Supports of the claims first, then candidates, one entry a passage, best first."""
    by_unit: dict[int, Evidence] = {}
    claims: dict[int, list[str]] = {}
    supports = [s for c in requirement.claims for s in evidence.supports.get(c.iri, ())]
    for support in sorted(supports, key=lambda s: (-s.score, s.unit.number)):
        claims.setdefault(support.unit.number, []).append(support.claim.id)
        by_unit.setdefault(support.unit.number, _of_support(support))
    found = [
        Evidence(e.quote, e.page, e.heading, e.start, e.end, e.score, tuple(dict.fromkeys(claims[n])))
        for n, e in by_unit.items()
    ]
    found.sort(key=lambda e: (-e.score - 0.05 * (len(e.claims) - 1), e.start or 0))
    rest = [_of_candidate(evidence, c) for c in evidence.candidates[requirement.id] if c.unit not in by_unit]
    return tuple((*found, *rest)[:MOST_EVIDENCE])


def _of_support(support: Support) -> Evidence:
    passage, (start, end) = support.unit.passage, support.span
    text = passage.text[start:end].strip()
    begin = passage.start + passage.text.find(text, start)
    return Evidence(text, passage.page, passage.heading, begin, begin + len(text), support.score)


def _of_candidate(evidence: DraftEvidence, candidate: Candidate) -> Evidence:
    passage = evidence.corpus.units[candidate.unit].passage
    return Evidence(passage.text, passage.page, passage.heading, passage.start, passage.end, candidate.score)
