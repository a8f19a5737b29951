"""An activity's statements and narratives to outcomes: what its elements state, together with what its texts say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from checker.descriptions.description import Description
from checker.descriptions.statements import Wording
from checker.evidence import DraftEvidence
from checker.evidence.candidates import MOST
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.knowledge.shapes import applies_shape
from checker.report import ConditionOutcome, Evidence, RequirementOutcome, Verdict
from checker.verdicts.conditions import conditions
from checker.verdicts.documents import ASSERTED, passages_of
from checker.verdicts.first_reading import features, probabilities
from checker.verdicts.judged import judge
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, decide

_ASSUMED = 0.6


@dataclass(frozen=True, slots=True)
class Said:
    """What was found in the narratives of one language. ``lines`` are by the character at which a passage starts."""

    evidence: DraftEvidence
    lines: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the elements state: the shapes that it does not conform to. ``lines`` are by the IRI of a statement."""

    description: Description
    findings: Findings
    lines: Mapping[str, int]
    wording: Wording


def decide_activity(
    stated: Stated,
    said: Sequence[Said],
    requirements: tuple[Requirement, ...],
    knowledge: Knowledge,
    *,
    language: str,
    given: Mapping[str, bool] = MappingProxyType({}),
) -> tuple[RequirementOutcome, ...]:
    """Outcomes of the requirements, in their order.

    A claim holds where the elements or the texts of any language show it; what must hold of all things fails where
    any of them goes against it. A verdict that follows from the elements alone is taken at their word.
    """
    taken = [conditions(s.evidence, requirements, given) for s in said]
    heard = [judge(s.evidence, requirements, t, knowledge) for s, t in zip(said, taken, strict=True)]
    writer = OutcomeWriter(knowledge, language)
    outcomes = []
    for requirement in requirements:
        findings = _together(requirement, stated.findings, heard)
        verdict = decide(requirement, findings)
        if requirement.id in given and not given[requirement.id]:
            verdict = "not-applicable"
        decision = _decision(requirement, verdict, decide(requirement, stated.findings), said)
        evidence = (*_statements(stated, requirement), *_passages(said, requirement))
        applies = _condition([t[requirement.id] for t in taken if requirement.id in t], stated.findings, requirement)
        slots = said[0].evidence.open_slots if said else {}
        outcomes.append(writer.write(requirement, decision, evidence[:MOST], findings, applies, slots))
    return tuple(outcomes)


def _together(requirement: Requirement, stated: Findings, heard: Sequence[Findings]) -> Findings:
    """What fails for elements and texts taken together.

    Shapes are silent where a condition is not stated: their claims then hold of nothing, and count for nothing.
    """
    told = stated.applies(requirement)
    counting = (*heard, stated) if told else tuple(heard)
    failing = {
        c.iri for c in requirement.claims if (any if c.role == "universal" else all)(not f.holds(c) for f in counting)
    }
    if not any(f.applies(requirement) for f in counting):
        failing.add(applies_shape(requirement))
    return Findings(frozenset(failing))


def _decision(requirement: Requirement, verdict: Verdict, by_elements: Verdict, said: Sequence[Said]) -> Decision:
    if verdict == "not-applicable":
        return Decision(verdict, _ASSUMED, needs_review=True)
    if verdict == by_elements == "met":
        return Decision(verdict, 1.0, needs_review=False)
    as_text: Verdict = "not-stated" if verdict == "not-met" else verdict
    sure = [probabilities(features(requirement, s.evidence, as_text))[as_text] for s in said]
    best = min(sure, default=_ASSUMED) if as_text == "not-stated" else max(sure, default=_ASSUMED)
    return Decision(verdict, best, needs_review=best < ASSERTED)


def _condition(
    taken: Sequence[ConditionOutcome], stated: Findings, requirement: Requirement
) -> ConditionOutcome | None:
    """As texts show it, or as the elements do where no person has said and no text shows it."""
    found = next((t for t in taken if t.holds), taken[0] if taken else None)
    if found and not found.holds and found.why != "person" and stated.applies(requirement):
        return ConditionOutcome(True, "passage")
    return found


def _statements(stated: Stated, requirement: Requirement) -> tuple[Evidence, ...]:
    """The statements behind the claims that hold, each with its line."""
    by_node: dict[str, list[str]] = {}
    for claim in requirement.claims if stated.findings.applies(requirement) else ():
        if stated.findings.holds(claim):
            for node in stated.wording.statements_for([stated.description.draft], claim):
                by_node.setdefault(node, []).append(claim.id)
    return tuple(
        Evidence(stated.wording.say(node), None, (), None, None, 1.0, tuple(claims), stated.lines.get(node))
        for node, claims in by_node.items()
    )


def _passages(said: Sequence[Said], requirement: Requirement) -> tuple[Evidence, ...]:
    """The passages of all languages, each with its line instead of its place in a text.

    Those that show something come first, then those of the first language: scores of a short text and of a long one
    do not compare.
    """
    found = [
        Evidence(p.quote, None, p.heading, None, None, p.score, p.claims, s.lines.get(p.start or 0))
        for s in said
        for p in passages_of(s.evidence, requirement)
    ]
    return tuple(sorted(found, key=lambda p: not p.claims))
