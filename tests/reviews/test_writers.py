"""Writers go one after the other, and an update checks for itself what it follows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from itertools import permutations

import pytest

from checker.reviews import said
from checker.reviews.desk import Desk
from checker.reviews.from_graph import in_order
from checker.reviews.kept import KeptReviews
from checker.reviews.model import Decision
from checker.reviews.opening import open_store
from tests.reviews.desks import ANA, BEN, new

ID = "urn:uuid:00000000-0000-4000-8000-00000000000"


def decision(number: int, before: int | None, when: str = "10:00", requirement: str = "SOP-01") -> Decision:
    made_upon = None if before is None else f"{ID}{before}"
    return Decision(f"{ID}{number}", requirement, "comment", "Kim", f"2026-01-05T{when}:00+00:00", made_upon)


def test_nobody_writes_while_another_is_alone(store: KeptReviews, server: str, request: pytest.FixtureRequest) -> None:
    on_server = "server_store" in request.fixturenames
    other = open_store(server.replace("127.0.0.1", "localhost")) if on_server else store
    ana, ben = Desk(store, ANA), Desk(other, BEN)
    review = ana.add(new()).id
    acts = (
        lambda: ben.add(new()),
        lambda: ben.accept(review, "SOP-01", None),
        lambda: ben.import_(data),
        lambda: Desk(other, ANA).delete(gone),
    )
    data, gone = ana.export(review), ana.add(new()).id
    with ThreadPoolExecutor(len(acts)) as pool:
        with store._graphs.alone():
            doing = [pool.submit(act) for act in acts]
            assert not wait(doing, timeout=0.3).done
        for done in doing:
            done.result(timeout=10)
    assert store.verify() == ()
    if on_server:
        other.close()


@pytest.mark.parametrize(
    "late",
    [decision(3, None), decision(3, 1), decision(3, 9), decision(2, 2), decision(3, 2, requirement="SOP-02")],
    ids=["as if the first", "upon what is past", "upon nothing", "the same again", "upon another requirement"],
)
def test_an_update_that_does_not_follow_what_stands_changes_nothing(store: KeptReviews, late: Decision) -> None:
    review = Desk(store, ANA).add(new()).id
    for made in (decision(1, None), decision(2, 1)):
        store.decide(review, made)
    before = store._triples(review)
    store._graphs.update(said.decided(review, late, late.when, besides=False))
    assert store._triples(review) == before


def test_an_update_on_a_review_that_is_gone_brings_nothing_back(store: KeptReviews) -> None:
    desk = Desk(store, ANA)
    review = desk.add(new()).id
    desk.delete(review)
    store._graphs.update(said.decided(review, decision(1, None), "2026-01-05T10:00:00+00:00", besides=False))
    assert store._triples(review) == set()


def test_a_decision_that_was_sent_twice_is_made_once(store: KeptReviews) -> None:
    review = Desk(store, ANA).add(new()).id
    for _ in range(2):
        store.decide(review, decision(1, None))
    assert store.review(review).decisions == (decision(1, None),)


def test_decisions_come_by_time_but_after_what_they_follow_where_a_clock_went_back() -> None:
    first, second, third = decision(1, None, "10:00"), decision(2, 1, "09:00"), decision(3, 2, "09:30")
    other, later = decision(4, None, "09:59", "SOP-02"), decision(5, None, "10:01", "SOP-03")
    for made in permutations((first, second, third, other, later)):
        assert in_order(made) == (other, first, second, third, later)


def test_decisions_in_a_circle_do_not_hang() -> None:
    assert len(in_order([decision(1, 2), decision(2, 1)])) == 2
