"""A description's results to outcomes: what is stated in RDF is taken at its word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.descriptions.description import Description
from checker.descriptions.statements import Wording
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.report import Evidence, RequirementOutcome, Verdict
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import NOTHING_FAILS, Findings, decide

MOST_EVIDENCE = 8
_WEAKEST_FIRST: tuple[Verdict, ...] = ("not-met", "not-stated", "partly-met", "met", "not-applicable")


def decide_description(
    description: Description,
    findings_of: Mapping[str, Findings],
    requirements: Sequence[Requirement],
    knowledge: Knowledge,
    wording: Wording,
    *,
    language: str,
) -> tuple[RequirementOutcome, ...]:
    """Outcomes of the requirements that fit the draft or one of its parts.

    ``findings_of`` holds the findings by node. The draft itself decides where its kind is one of the requirement's;
    otherwise its parts do, the weakest first.
    """
    writer = OutcomeWriter(knowledge, language)
    outcomes = []
    for requirement in requirements:
        nodes = [(n, k) for n, k in description.nodes if k in requirement.kinds]
        if not nodes:
            continue
        own = [n for n, _ in nodes if n == description.draft]
        found = {n: findings_of.get(n, NOTHING_FAILS) for n in own or [n for n, _ in nodes]}
        decisive = min(found, key=lambda n: _WEAKEST_FIRST.index(decide(requirement, found[n])))
        findings = found[decisive]
        decision = Decision(decide(requirement, findings), 1.0, needs_review=False)
        outcomes.append(
            writer.write(
                requirement,
                decision,
                _evidence(_within(description, decisive), requirement, findings, wording),
                findings,
            )
        )
    return tuple(outcomes)


def _within(description: Description, node: str) -> tuple[str, ...]:
    """What states something for a node: the whole draft with all its parts, or a part alone."""
    return tuple(n for n, _ in description.nodes) if node == description.draft else (node,)


def _evidence(
    drafts: Sequence[str], requirement: Requirement, findings: Findings, wording: Wording
) -> tuple[Evidence, ...]:
    """The statements behind the claims that hold."""
    by_quote: dict[str, list[str]] = {}
    if not findings.applies(requirement):
        return ()
    for claim in (c for c in requirement.claims if findings.holds(c)):
        for quote in wording.supporting(drafts, claim):
            by_quote.setdefault(quote, []).append(claim.id)
    found = [Evidence(q, None, (), None, None, 1.0, tuple(claims)) for q, claims in by_quote.items()]
    return tuple(found[:MOST_EVIDENCE])
