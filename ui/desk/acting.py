"""What the browser sends: acts, each done once, in their order, and answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.errors import CallError, GuidecheckError, InputError
from checker.readers import Document
from checker.report import Evidence, RequirementOutcome
from checker.reports.texts import Wording
from checker.reviews.desk import Desk
from checker.reviews.model import Decision, Review
from checker.reviews.store import ReviewChangedError
from ui.desk.live import Answer, told
from ui.error_words import in_words

Judge = Callable[[str, bool], RequirementOutcome]
"""A requirement judged again, its condition taken to hold or not."""


@dataclass(slots=True)
class Acting:
    """What became of the acts of one session on one review. ``made`` are decisions by the browser's id of the act,
    ``sent`` those acts that the browser sent last, which are all that it has no answer to."""

    made: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    sent: tuple[str, ...] = ()
    late: Answer | None = None
    """The act that could not be kept yet, and why; the browser sends it once more."""

    def told(self) -> list[Answer]:
        """Every answer that the browser may not have heard."""
        found = (self.answers.get(act) for act in self.sent)
        return [*(answer for answer in found if answer), *([self.late] if self.late else [])]


def act_on(
    acting: Acting,
    sent: Sequence[Mapping[str, Any]],
    desk: Desk,
    review: Review,
    document: Document | None,
    judge: Judge,
    t: Wording,
) -> None:
    """Does what was not done yet. Stops at an act that cannot be kept now, such as when the store is away."""
    acting.late = None
    acting.sent = tuple(str(act.get("id", "")) for act in sent)
    for act in sent:
        name = str(act.get("id", ""))
        if not name or name in acting.answers:
            continue
        seen = act.get("seen")
        seen = acting.made.get(str(seen), str(seen)) if seen is not None else None
        try:
            acting.made[name] = _done(act, seen, desk, review, document, judge, t).id
            acting.answers[name] = {"act": name}
        except ReviewChangedError as error:
            acting.answers[name] = {"act": name, "standing": told(error.standing, review, document, t)}
        except (CallError, InputError, KeyError, TypeError, ValueError) as error:
            line = in_words(error, t) if isinstance(error, GuidecheckError) else t("desk-not-understood")
            acting.answers[name] = {"act": name, "dropped": line}
        except GuidecheckError as error:
            acting.late = {"act": name, "failed": in_words(error, t)}
            return


def _done(
    act: Mapping[str, Any],
    seen: str | None,
    desk: Desk,
    review: Review,
    document: Document | None,
    judge: Judge,
    t: Wording,
) -> Decision:
    kind, id, requirement = act["kind"], review.header.id, str(act["requirement"])
    if kind == "accept":
        return desk.accept(id, requirement, seen)
    if kind == "correct":
        return desk.correct(id, requirement, seen, act["verdict"], str(act["why"]))
    if kind == "comment":
        return desk.comment(id, requirement, seen, str(act["text"]))
    if kind == "passages":
        return desk.choose_passages(id, requirement, seen, chosen(act["passages"], review, requirement, document))
    if kind == "condition":
        holds = bool(act["holds"])
        why = t("desk-condition-holds" if holds else "desk-condition-fails")
        return desk.correct(id, requirement, seen, judge(requirement, holds).verdict, why)
    if kind == "undo":
        return desk.undo(id, requirement, seen)
    raise ValueError(kind)


def chosen(
    passages: Sequence[Mapping[str, Any]] | None, review: Review, requirement: str, document: Document | None
) -> tuple[Evidence, ...] | None:
    """Passages as the person chose them: spans of the draft, in their order. Raises CallError for what is no span."""
    if passages is None:
        return None
    outcome = next(o for o in review.report.requirements if o.id == requirement)
    found = {(passage.start, passage.end): passage for passage in outcome.evidence}
    return tuple(found.get((p["start"], p["end"])) or _span(p["start"], p["end"], document) for p in passages)


def _span(start: int, end: int, document: Document | None) -> Evidence:
    if document is None or not 0 <= int(start) < int(end) <= len(document.text):
        raise CallError("what was chosen is not in the draft", remedy="choose it once more", text="error-not-in-draft")
    first = next(p for p in document.passages if p.end > start)
    quote = document.text[start:end]
    start, end = start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())
    return Evidence(quote.strip(), first.page, first.heading, start, end, 1.0)
