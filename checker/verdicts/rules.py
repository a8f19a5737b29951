"""Results to verdicts: how claims that hold or fail make one of the five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker.engine import Result
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.shapes import applies_shape
from checker.report import Verdict


@dataclass(frozen=True, slots=True)
class Findings:
    """What an engine found of one draft: the shapes that it does not conform to."""

    failing: frozenset[str]

    @classmethod
    def of(cls, results: Iterable[Result], focus: str) -> Findings:
        return cls.by_focus(results).get(focus, NOTHING_FAILS)

    @classmethod
    def by_focus(cls, results: Iterable[Result]) -> dict[str, Findings]:
        """The findings of each node that some shape found wanting."""
        failing: dict[str, set[str]] = defaultdict(set)
        for result in results:
            failing[result.focus].add(result.shape)
        return {focus: cls(frozenset(shapes)) for focus, shapes in failing.items()}

    def applies(self, requirement: Requirement) -> bool:
        return requirement.condition_iri is None or applies_shape(requirement) not in self.failing

    def holds(self, claim: Claim) -> bool:
        return claim.iri not in self.failing


NOTHING_FAILS = Findings(frozenset())


def decide(requirement: Requirement, findings: Findings) -> Verdict:
    """The verdict on a requirement that has claims, by the table in docs/modelling.md."""
    if not findings.applies(requirement):
        return "not-applicable"
    counting = [c for c in requirement.claims if c.role != "optional"]
    if any(c.breaks and not findings.holds(c) for c in counting):
        return "not-met"
    if all(findings.holds(c) for c in counting):
        return "met" if any(c.role == "asserting" for c in counting) or requirement.condition_iri else "not-stated"
    if any(c.essential and not findings.holds(c) for c in counting):
        return "not-stated"
    held = sum(1 for c in counting if c.role == "asserting" and findings.holds(c))
    return "partly-met" if held >= requirement.partly_from else "not-stated"


def missing_claims(requirement: Requirement, findings: Findings) -> tuple[Claim, ...]:
    """The claims that count and fail, in the order of their ids."""
    if not findings.applies(requirement):
        return ()
    return tuple(c for c in requirement.claims if c.role != "optional" and not findings.holds(c))


def coverage(requirement: Requirement, findings: Findings) -> float:
    """The share of counting claims that hold, from 0 to 1."""
    counting = [c for c in requirement.claims if c.role != "optional"]
    return sum(findings.holds(c) for c in counting) / len(counting) if counting else 0.0
