"""Requirements whose condition a person turned: what the check says of them now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.checks.again import judge_again
from checker.knowledge import Knowledge
from checker.readers import Document
from checker.report import RequirementOutcome
from checker.reports.texts import Wording
from checker.reviews.decided import standing
from checker.reviews.model import Review
from ui.desk.content import in_language, row_of

Judged = dict[tuple[str, bool], RequirementOutcome]
"""What was judged again in this session, by requirement and which way its condition was taken."""


def judged_again(
    judged: Judged, document: Document | None, review: Review, requirement: str, holds: bool, knowledge: Knowledge
) -> RequirementOutcome:
    """Searches the draft for one requirement, once."""
    if (requirement, holds) not in judged:
        judged[requirement, holds] = judge_again(document, review.report, requirement, holds, knowledge)
    return judged[requirement, holds]


def rejudged_rows(
    judged: Judged, document: Document | None, review: Review, knowledge: Knowledge, language: str, t: Wording
) -> Mapping[str, Any]:
    """By requirement id."""
    if document is None:
        return {}
    rows = {}
    for requirement, holds in turned(review):
        outcome = judged_again(judged, document, review, requirement, holds, knowledge)
        report = in_language(replace(review.report, requirements=(outcome,)), knowledge, language)
        rows[requirement] = row_of(report.requirements[0], review.report, document, t)
    return rows


def turned(review: Review) -> Iterator[tuple[str, bool]]:
    """Requirements that apply to a person's mind and not to the check's, or the other way, with whether they do."""
    proposed = {o.id: o.verdict for o in review.report.requirements if o.applies is not None}
    for requirement, decision in standing(review.decisions).items():
        if decision.verdict is None or requirement not in proposed:
            continue
        applies = decision.verdict != "not-applicable"
        if applies != (proposed[requirement] != "not-applicable"):
            yield requirement, applies
