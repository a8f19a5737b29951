"""What the decisions of a review come to: which counts for a requirement, and the report with the people's verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from checker.report import DecidedBy, InputReport, RequirementOutcome
from checker.reviews.model import Decision, Review


def standing(decisions: Iterable[Decision]) -> Mapping[str, Decision]:
    """The decision that counts, by requirement id: the last one."""
    return {decision.requirement: decision for decision in decisions}


def decided_report(review: Review) -> InputReport:
    """The review's report with verdicts, passages and comments as people left them."""
    last = standing(review.decisions)
    outcomes = tuple(
        _decided(outcome, last[outcome.id]) if outcome.id in last else outcome for outcome in review.report.requirements
    )
    return replace(review.report, requirements=outcomes)


def decided_count(review: Review) -> tuple[int, int]:
    """How many requirements a person has decided, and how many there are to decide: those that applied or were
    decided."""
    last = standing(review.decisions)
    decided = {requirement for requirement, decision in last.items() if decision.verdict is not None}
    asked = {o.id for o in review.report.requirements if o.verdict != "not-applicable"}
    return len(decided), len(asked | decided)


def _decided(outcome: RequirementOutcome, decision: Decision) -> RequirementOutcome:
    evidence = outcome.evidence if decision.passages is None else decision.passages
    shown = replace(outcome, evidence=evidence, comment=decision.comment)
    if decision.verdict is None:
        return shown
    by = DecidedBy(decision.who, decision.when, outcome.verdict, decision.why)
    return replace(shown, verdict=decision.verdict, confidence=1.0, needs_review=False, decided_by=by)
