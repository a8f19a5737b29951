"""What the browser is told after every act: what stands on each requirement, and what became of what it sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from checker.readers import Document
from checker.reports.texts import Wording
from checker.reviews.decided import standing
from checker.reviews.model import Decision, Review
from ui.desk.content import passage_of

Answer = dict[str, Any]


def live_of(
    digest: str,
    review: Review,
    document: Document | None,
    answers: Sequence[Answer],
    rejudged: Mapping[str, Any],
    t: Wording,
) -> dict[str, Any]:
    """``rejudged`` are rows of requirements judged again since their condition was turned."""
    left = acts_left(review)
    stands = {
        requirement: told(decision, review, document, t, undoable=left[requirement] > 0)
        for requirement, decision in standing(review.decisions).items()
    }
    return {"digest": digest, "standing": stands, "answers": list(answers), "rejudged": dict(rejudged)}


def told(
    decision: Decision, review: Review, document: Document | None, t: Wording, *, undoable: bool = True
) -> dict[str, Any]:
    """A decision as the browser shows it."""
    outcome = next((o for o in review.report.requirements if o.id == decision.requirement), None)
    names = {claim.id: claim.name for claim in outcome.claims} if outcome else {}
    chosen = decision.passages
    return {
        "id": decision.id,
        "verdict": decision.verdict,
        "passages": None if chosen is None else [passage_of(found, names, document) for found in chosen],
        "comment": decision.comment,
        "why": decision.why,
        "who": decision.who,
        "whenShown": t.date(decision.when),
        "undoable": undoable,
    }


def acts_left(review: Review) -> Counter[str]:
    """How many acts on each requirement are not undone."""
    left: Counter[str] = Counter()
    for decision in review.decisions:
        left[decision.requirement] += -1 if decision.act == "undo" else 1
    return left
