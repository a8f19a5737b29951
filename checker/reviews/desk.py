"""What a person does at the desk: each act is checked against the role, and becomes a decision that carries over what
stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from checker.errors import CallError
from checker.readers import Document
from checker.report import VERDICTS, Evidence, Verdict
from checker.reviews.decided import standing
from checker.reviews.kept import new_id
from checker.reviews.model import Act, Decision, Header, Review
from checker.reviews.moments import not_before, now
from checker.reviews.store import NewReview, ReviewChangedError, Store, TrailEntry

Role = Literal["reader", "reviewer", "administrator"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "administrator")
"""Each may do all that the one before may."""


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: Role


class NotAllowedError(CallError):
    """The person's role does not go that far."""


class Desk:
    """``seen`` is the id of the decision on the requirement that the person had before them, None where there was none.
    Acts raise ReviewChangedError where another one stands by now."""

    def __init__(self, store: Store, person: Person) -> None:
        self._store = store
        self.person = person

    def headers(self) -> tuple[Header, ...]:
        return self._store.headers()

    def review(self, review_id: str) -> Review:
        return self._store.review(review_id)

    def blob(self, sha256: str) -> bytes:
        return self._store.blob(sha256)

    def document(self, header: Header) -> Document | None:
        return self._store.document(header)

    def trail(self, review_id: str | None = None) -> tuple[TrailEntry, ...]:
        return self._store.trail(review_id)

    def add(self, new: NewReview) -> Header:
        """In the name of the person at the desk, whatever ``new.who`` says."""
        self._need("reviewer", "add reviews")
        return self._store.add(replace(new, who=self.person.name))

    def accept(self, review_id: str, requirement: str, seen: str | None) -> Decision:
        """The verdict as it is shown: a person's where one stands, else the one proposed."""
        review = self._for_decision(review_id)
        proposed = next((o.verdict for o in review.report.requirements if o.id == requirement), None)
        stands = _stands(review, requirement, seen)
        shown = stands.verdict if stands and stands.verdict else proposed
        return self._decide(review, requirement, seen, "accept", verdict=shown)

    def correct(self, review_id: str, requirement: str, seen: str | None, verdict: Verdict, why: str = "") -> Decision:
        if verdict not in VERDICTS:
            raise CallError(
                f"'{verdict}' is no verdict", remedy=f"give one of {', '.join(VERDICTS)}", text="desk-not-understood"
            )
        return self._decide(self._for_decision(review_id), requirement, seen, "correct", verdict=verdict, why=why)

    def comment(self, review_id: str, requirement: str, seen: str | None, text: str) -> Decision:
        """Replaces the comment; an empty one takes it away."""
        return self._decide(self._for_decision(review_id), requirement, seen, "comment", comment=text)

    def choose_passages(
        self, review_id: str, requirement: str, seen: str | None, passages: Sequence[Evidence] | None
    ) -> Decision:
        """Puts these in the place of those found; None brings those found back."""
        chosen = None if passages is None else tuple(passages)
        return self._decide(self._for_decision(review_id), requirement, seen, "choose-passage", passages=chosen)

    def undo(self, review_id: str, requirement: str, seen: str | None) -> Decision:
        """As it stood before the last act that is not undone yet. Raises CallError where there is none."""
        review = self._for_decision(review_id)
        _stands(review, requirement, seen)
        acts: list[Decision] = []
        for made in (d for d in review.decisions if d.requirement == requirement):
            if made.act == "undo":
                acts = acts[:-1]
            else:
                acts.append(made)
        if not acts:
            raise CallError(
                f"there is nothing to undo on {requirement[:80]}",
                text="error-nothing-to-undo",
                requirement=requirement[:80],
            )
        earlier = acts[-2] if len(acts) > 1 else Decision("", requirement, "undo", "", "")
        return self._decide(
            review, requirement, seen, "undo",
            verdict=earlier.verdict, passages=earlier.passages, comment=earlier.comment, why=earlier.why,
        )  # fmt: skip

    def delete(self, review_id: str) -> None:
        self._need("administrator", "delete reviews")
        self._store.delete(review_id, self.person.name)

    def export(self, review_id: str) -> bytes:
        self._need("reviewer", "export reviews")
        return self._store.export([review_id], self.person.name)

    def import_(self, data: bytes) -> Header:
        """The review in the file, the first where it holds several."""
        self._need("reviewer", "import reviews")
        return self._store.import_(data, self.person.name)[0]

    def may(self, role: Role) -> bool:
        """True where the person's role is this one or goes further: for screens, which show only what can be done."""
        return ROLES.index(self.person.role) >= ROLES.index(role)

    def _need(self, role: Role, what: str) -> None:
        if not self.may(role):
            raise NotAllowedError(
                f"a {self.person.role} may not {what}",
                remedy=f"ask for the role of {role}, or somebody who has it",
                text=f"error-needs-{role}",
            )

    def _for_decision(self, review_id: str) -> Review:
        self._need("reviewer", "decide")
        return self._store.review(review_id)

    def _decide(self, review: Review, requirement: str, seen: str | None, act: Act, **said: Any) -> Decision:
        stands = _stands(review, requirement, seen)
        blank = Decision("", requirement, act, "", "")
        when = not_before(now(), stands.when if stands else "")
        made = replace(
            stands or blank, id=new_id(), act=act, who=self.person.name, when=when, before=seen, **said
        )  # fmt: skip
        self._store.decide(review.header.id, made)
        return made


def _stands(review: Review, requirement: str, seen: str | None) -> Decision | None:
    stands = standing(review.decisions).get(requirement)
    if stands is not None and stands.id != seen:
        raise ReviewChangedError(stands)
    return stands
