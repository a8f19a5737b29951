"""Results to verdicts: how claims that hold or fail make one of the five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker.engine import Result
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.shapes import applies_shape
from checker.report import Verdict

_MANY = 4


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


def decide(requirement: Requirement, findings: Findings, *, in_text: bool = False) -> Verdict:
    """The verdict on a requirement that has claims, by the table in docs/modelling.md.

    ``in_text`` where the claims were found in prose: what a text brushes in passing is not yet a part of it.
    """
    if not findings.applies(requirement):
        return "not-applicable"
    counting = [c for c in requirement.claims if c.role != "optional"]
    if any(c.breaks and not findings.holds(c) for c in counting):
        return "not-met"
    if all(findings.holds(c) for c in counting):
        return "met" if any(c.role == "asserting" for c in counting) or requirement.condition_iri else "not-stated"
    if any(c.essential and not findings.holds(c) for c in counting):
        return "not-stated"
    least, among = parts(requirement, in_text=in_text)
    held = sum(findings.holds(c) for c in among)
    return "partly-met" if held >= least else "not-stated"


def parts(requirement: Requirement, *, in_text: bool = False) -> tuple[int, tuple[Claim, ...]]:
    """How many make it partly met, and of which claims.

    Of a text that is half of them, where four or more are asked and the requirement states no number itself.
    """
    asserting = tuple(c for c in requirement.claims if c.role == "asserting")
    apart = tuple(c for c in asserting if not c.joins)
    if in_text and requirement.partly_from == 1 and len(apart) >= _MANY:
        return (len(apart) + 1) // 2, apart
    return requirement.partly_from, asserting


def missing_claims(requirement: Requirement, findings: Findings) -> tuple[Claim, ...]:
    """The claims that count and fail, in the order of their ids."""
    if not findings.applies(requirement):
        return ()
    return tuple(c for c in requirement.claims if c.role != "optional" and not findings.holds(c))


def coverage(requirement: Requirement, findings: Findings) -> float:
    """The share of counting claims that hold, from 0 to 1."""
    counting = [c for c in requirement.claims if c.role != "optional"]
    return sum(findings.holds(c) for c in counting) / len(counting) if counting else 0.0
