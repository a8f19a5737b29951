"""Whatever two people do in whatever order, decisions are only ever added, undo restores, and headers count right: a
model in plain Python does the same beside the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from checker.errors import CallError
from checker.report import VERDICTS, Evidence
from checker.reviews.decided import decided_count, decided_report, standing
from checker.reviews.desk import Desk
from checker.reviews.kept import KeptReviews
from checker.reviews.model import Decision
from checker.reviews.store import ReviewChangedError, UnknownReviewError
from tests.reviews.desks import ANA, FOUND, REPORT, Person, new

BLANK = {"verdict": None, "passages": None, "comment": "", "why": ""}
IDS = [outcome.id for outcome in REPORT.requirements]
PROPOSED = {outcome.id: outcome.verdict for outcome in REPORT.requirements}
people = st.sampled_from([0, 1])
requirements = st.sampled_from(IDS)
texts = st.sampled_from(["", "Annex B", "> } ; #", "Où ?"])


@dataclass
class Modelled:
    """A review in the model: every decision, and for each requirement what undo goes back over."""

    decisions: list[Decision] = field(default_factory=list)
    stacks: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {i: [dict(BLANK)] for i in IDS})
    last: dict[str, str | None] = field(default_factory=lambda: dict.fromkeys(IDS))


class TwoPeople(RuleBasedStateMachine):
    store: KeptReviews
    reviews = Bundle("reviews")

    def __init__(self) -> None:
        super().__init__()
        self.desks = [Desk(self.store, ANA), Desk(self.store, Person("Ben", "reviewer"))]
        self.model: dict[str, Modelled] = {}
        self.gone: set[str] = set()
        self.seen: list[dict[tuple[str, str], str | None]] = [{}, {}]

    @rule(target=reviews, by=people)
    def add(self, by: int) -> str:
        review = self.desks[by].add(new()).id
        self.model[review] = Modelled()
        return review

    @rule(review=reviews, by=people)
    def look(self, review: str, by: int) -> None:
        if review in self.model:
            last = standing(self.desks[by].review(review).decisions)
            self.seen[by].update({(review, i): last[i].id if i in last else None for i in IDS})

    @rule(review=reviews, by=people, on=requirements)
    def accept(self, review: str, by: int, on: str) -> None:
        shown = self._state(review, on)["verdict"] or PROPOSED[on]
        self._act(review, by, on, "accept", (), {"verdict": shown})

    @rule(review=reviews, by=people, on=requirements, verdict=st.sampled_from(VERDICTS), why=texts)
    def correct(self, review: str, by: int, on: str, verdict: str, why: str) -> None:
        self._act(review, by, on, "correct", (verdict, why), {"verdict": verdict, "why": why})

    @rule(review=reviews, by=people, on=requirements, text=texts)
    def comment(self, review: str, by: int, on: str, text: str) -> None:
        self._act(review, by, on, "comment", (text,), {"comment": text})

    @rule(review=reviews, by=people, on=requirements, passages=st.sampled_from([None, (), (FOUND,), (FOUND, FOUND)]))
    def choose(self, review: str, by: int, on: str, passages: tuple[Evidence, ...] | None) -> None:
        self._act(review, by, on, "choose_passages", (passages,), {"passages": passages})

    @rule(review=reviews, by=people, on=requirements)
    def undo(self, review: str, by: int, on: str) -> None:
        seen = self.seen[by].get((review, on))
        if review in self.model and self.model[review].last[on] == seen and len(self.model[review].stacks[on]) == 1:
            with pytest.raises(CallError, match="nothing to undo"):
                self.desks[by].undo(review, on, seen)
            return
        self._act(review, by, on, "undo", (), None)

    @rule(review=reviews, by=people)
    def send_round(self, review: str, by: int) -> None:
        """Out and in again changes nothing."""
        if review in self.model:
            self.desks[by].import_(self.desks[by].export(review))

    @rule(review=reviews)
    def delete(self, review: str) -> None:
        if review in self.model and len(self.model) > 1:
            self.desks[0].delete(review)
            self.gone.add(review)
            del self.model[review]

    @invariant()
    def the_store_is_as_the_model(self) -> None:
        headers = {header.id: header for header in self.store.headers()}
        assert set(headers) == set(self.model)
        for review, modelled in self.model.items():
            found = self.store.review(review)
            assert list(found.decisions) == modelled.decisions
            assert found.header == headers[review]
            assert decided_count(found) == (found.header.decided, found.header.of)
            for outcome in decided_report(found).requirements:
                state = self._state(review, outcome.id)
                assert outcome.verdict == (state["verdict"] or PROPOSED[outcome.id])
                assert (outcome.decided_by is None) == (state["verdict"] is None)
                assert outcome.comment == state["comment"]
                assert outcome.evidence == ((FOUND,) if state["passages"] is None else state["passages"])

    def teardown(self) -> None:
        assert self.store.verify() == ()
        for review in self.model:
            self.desks[0].delete(review)

    def _state(self, review: str, on: str) -> dict[str, Any]:
        return self.model[review].stacks[on][-1] if review in self.model else BLANK

    def _act(
        self, review: str, by: int, on: str, act: str, given: tuple[Any, ...], changes: dict[str, Any] | None
    ) -> None:
        seen = self.seen[by].get((review, on))
        do = getattr(self.desks[by], act)
        if review in self.gone:
            with pytest.raises(UnknownReviewError):
                do(review, on, seen, *given)
            return
        modelled = self.model[review]
        if modelled.last[on] != seen:
            with pytest.raises(ReviewChangedError) as raised:
                do(review, on, seen, *given)
            assert raised.value.standing.id == modelled.last[on]
            return
        made = do(review, on, seen, *given)
        if changes is None:
            modelled.stacks[on].pop()
        else:
            modelled.stacks[on].append(self._state(review, on) | changes)
        state = modelled.stacks[on][-1]
        assert {name: getattr(made, name) for name in state} == state
        modelled.decisions.append(made)
        modelled.last[on] = self.seen[by][review, on] = made.id


def test_two_people_in_any_order(folder_store: KeptReviews) -> None:
    TwoPeople.store = folder_store
    run_state_machine_as_test(TwoPeople, settings=settings(max_examples=30, stateful_step_count=25, deadline=None))
