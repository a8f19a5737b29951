"""A document's evidence to decisions: the same engine decides on strong and on all evidence."""

from __future__ import annotations

import pyoxigraph as ox

from checker.descriptions.closure import closed
from checker.engine import validate
from checker.evidence import DraftEvidence
from checker.evidence.candidates import Candidate
from checker.evidence.statements import DRAFT
from checker.evidence.support import Support
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.knowledge.shapes import shapes_graph
from checker.report import Evidence, RequirementOutcome
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, coverage, decide

MOST_EVIDENCE = 8
_UNREAD = 0.6
"""What a score is worth that no person has confirmed: about the share of such verdicts that were right on drafts
with known verdicts."""
_WEAK_ALONE = 0.8
"""What confidence keeps where strong evidence alone would decide otherwise."""
_PRESENCE = 0.4
"""Candidate score from which a requirement without claims is taken to be spoken of."""
_SILENCE = 0.25
"""Candidate score below which nothing in a draft is taken to speak of a requirement's condition."""


def decide_document(
    evidence: DraftEvidence,
    requirements: tuple[Requirement, ...],
    knowledge: Knowledge,
    *,
    language: str,
    engine: str,
) -> tuple[RequirementOutcome, ...]:
    """Outcomes of the requirements, in their order."""
    everything = _findings(evidence.all, requirements, knowledge, engine)
    found = tuple(r for r in requirements if decide(r, everything) not in ("not-stated", "not-applicable"))
    strong = _findings(evidence.strong, found, knowledge, engine)
    writer = OutcomeWriter(knowledge, language)
    outcomes = []
    for requirement in requirements:
        passages = _passages(evidence, requirement)
        if requirement.has_claims:
            decision = _decision(requirement, everything, strong, passages)
            outcomes.append(writer.write(requirement, decision, passages, everything))
        else:
            outcomes.append(writer.write(requirement, _presence(evidence, requirement), passages, None))
    return tuple(outcomes)


def _findings(
    stated: tuple[ox.Triple, ...], requirements: tuple[Requirement, ...], knowledge: Knowledge, engine: str
) -> Findings:
    shapes = shapes_graph(knowledge.index, requirements)
    return Findings.of(validate(shapes, closed(stated, knowledge), engine), DRAFT)


def _decision(
    requirement: Requirement, everything: Findings, strong: Findings, passages: tuple[Evidence, ...]
) -> Decision:
    """``strong`` holds findings only where all evidence together says something."""
    verdict = decide(requirement, everything)
    if verdict == "not-applicable":
        return Decision(verdict, 0.6, needs_review=True)
    best = passages[0].score if passages else 0.0
    if verdict == "not-stated":
        return Decision(verdict, max(0.2, 1.0 - best), needs_review=best > 0.3)
    held = coverage(requirement, everything if verdict == "partly-met" else strong)
    agreed = 1.0 if verdict == decide(requirement, strong) else _WEAK_ALONE
    # Nobody has read the text, and no score here is calibrated to carry "met" by itself: always a proposal.
    return Decision(verdict, _UNREAD * agreed * (0.5 * best + 0.5 * held), needs_review=True)


def _presence(evidence: DraftEvidence, requirement: Requirement) -> Decision:
    """Without claims, passages can show that something is said, never that all is.

    A requirement whose condition is assumed not to hold is set aside where nothing speaks of it.
    """
    candidates = evidence.candidates[requirement.id]
    best = candidates[0].score if candidates else 0.0
    always = f"kind:{evidence.kind}" in requirement.condition_signals
    if best < _SILENCE and requirement.assumed_away and not always:
        return Decision("not-applicable", 0.5, needs_review=True)
    if best >= _PRESENCE:
        return Decision("partly-met", min(0.5, best), needs_review=True)
    return Decision("not-stated", max(0.2, 1.0 - best / _PRESENCE), needs_review=best > _SILENCE)


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
