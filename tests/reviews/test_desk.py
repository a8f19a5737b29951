"""What people do at the desk: acts carry over what stands, go one by one, and go as far as the role."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.errors import CallError, InputError
from checker.report import Evidence
from checker.reviews.decided import decided_count, decided_report, standing
from checker.reviews.desk import Desk, NotAllowedError
from checker.reviews.kept import KeptReviews
from checker.reviews.opening import open_store
from checker.reviews.store import ReviewChangedError, UnknownReviewError
from tests.reviews.desks import ANA, BEN, DOCUMENT, EVE, FOUND, REPORT, new

CHOSEN = Evidence("We ask.", None, (), None, None, 1.0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[KeptReviews]:
    store = open_store(tmp_path / "reviews")
    yield store
    store.close()


@pytest.fixture
def ana(store: KeptReviews) -> Desk:
    return Desk(store, ANA)


@pytest.fixture
def ben(store: KeptReviews) -> Desk:
    return Desk(store, BEN)


def test_what_is_added_is_there_as_it_was(ana: Desk) -> None:
    header = ana.add(new(who="somebody else"))
    assert ana.headers() == (header,)
    assert (header.created_by, header.decided, header.of) == ("Ana", 0, 2)
    review = ana.review(header.id)
    assert (review.header, review.report, review.decisions) == (header, REPORT, ())
    assert ana.document(header) == DOCUMENT
    assert ana.blob(header.draft) == b"We ask for consent."


def test_a_draft_that_was_never_a_text_has_no_document(ana: Desk) -> None:
    assert ana.document(ana.add(new(document=None))) is None


def test_each_act_carries_over_what_stands(ana: Desk, ben: Desk) -> None:
    review = ana.add(new()).id
    first = ana.correct(review, "SOP-01", None, "met", "Annex B")
    second = ben.comment(review, "SOP-01", first.id, "Say so in section 2")
    third = ana.choose_passages(review, "SOP-01", second.id, [CHOSEN])
    fourth = ben.accept(review, "SOP-01", third.id)
    assert ana.review(review).decisions == (first, second, third, fourth)
    assert (fourth.verdict, fourth.why, fourth.comment) == ("met", "Annex B", "Say so in section 2")
    assert (fourth.passages, fourth.who, fourth.before) == ((CHOSEN,), "Ben", third.id)


def test_accept_takes_the_proposed_verdict_where_nobody_decided(ana: Desk) -> None:
    review = ana.add(new()).id
    made = ana.accept(review, "SOP-02", None)
    assert (made.verdict, made.before) == ("met", None)
    assert decided_report(ana.review(review)).requirements[1].decided_by is not None


def test_undo_goes_back_act_by_act(ana: Desk) -> None:
    review = ana.add(new()).id
    first = ana.correct(review, "SOP-01", None, "met", "Annex B")
    second = ana.correct(review, "SOP-01", first.id, "partly-met")
    third = ana.comment(review, "SOP-01", second.id, "Half of it")
    seen = third.id
    for verdict, comment in (("partly-met", ""), ("met", ""), (None, "")):
        undone = ana.undo(review, "SOP-01", seen)
        assert (undone.verdict, undone.comment, undone.act) == (verdict, comment, "undo")
        seen = undone.id
    with pytest.raises(CallError, match="nothing to undo"):
        ana.undo(review, "SOP-01", seen)
    assert len(ana.review(review).decisions) == 6
    assert decided_report(ana.review(review)) == REPORT


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, *of: desk.accept(*of),
        lambda desk, *of: desk.correct(*of, "partly-met"),
        lambda desk, *of: desk.comment(*of, "Look here"),
        lambda desk, *of: desk.choose_passages(*of, [FOUND]),
        lambda desk, *of: desk.undo(*of),
    ],
    ids=["accept", "correct", "comment", "choose", "undo"],
)
def test_the_second_of_two_is_told_what_stands(ana: Desk, ben: Desk, act: Callable[..., object]) -> None:
    review = ana.add(new()).id
    seen = ben.accept(review, "SOP-01", None)
    stands = ana.correct(review, "SOP-01", seen.id, "met")
    with pytest.raises(ReviewChangedError, match="changed by Ana") as raised:
        act(ben, review, "SOP-01", seen.id)
    assert raised.value.standing == stands
    assert standing(ben.review(review).decisions) == {"SOP-01": stands}


def test_headers_count_and_come_the_one_changed_last_first(ana: Desk) -> None:
    first, second = ana.add(new("a.txt")).id, ana.add(new("b.txt")).id
    assert [h.id for h in ana.headers()] == [second, first]
    made = ana.accept(first, "SOP-01", None)
    ana.accept(first, "SOP-03", None)
    ana.comment(first, "SOP-02", None, "Where?")
    found = ana.headers()
    assert [(h.id, h.decided, h.of) for h in found] == [(first, 2, 3), (second, 0, 2)]
    assert found[0] == ana.review(first).header
    assert (found[0].decided, found[0].of) == decided_count(ana.review(first))
    ana.undo(first, "SOP-01", made.id)
    assert (ana.headers()[0].decided, ana.headers()[0].of) == (1, 3)


@pytest.mark.parametrize(
    ("person", "refused"),
    [
        (EVE, {"add", "accept", "correct", "comment", "choose_passages", "undo", "export", "import_", "delete"}),
        (BEN, {"delete"}),
    ],
    ids=["reader", "reviewer"],
)
def test_a_role_goes_so_far(store: KeptReviews, person: object, refused: set[str]) -> None:
    review = Desk(store, ANA).add(new()).id
    desk = Desk(store, person)
    of = (review, "SOP-01", None)
    given = {
        "add": (new(),), "accept": of, "correct": (*of, "met"), "comment": (*of, "?"), "choose_passages": (*of, []),
        "undo": of, "export": (review,), "import_": (b"",), "delete": (review,),
    }  # fmt: skip
    before = store.review(review), store.trail()
    for act in refused:
        with pytest.raises(NotAllowedError):
            getattr(desk, act)(*given[act])
    assert (store.review(review), store.trail()) == before
    assert desk.review(review).header.id == review


def test_a_deleted_review_is_gone_and_the_trail_says_who(ana: Desk) -> None:
    kept, gone = ana.add(new("a.txt")), ana.add(new("b.txt", draft=b"other"))
    ana.delete(gone.id)
    assert ana.headers() == (kept,)
    with pytest.raises(UnknownReviewError):
        ana.review(gone.id)
    with pytest.raises(InputError, match="missing"):
        ana.blob(gone.draft)
    assert ana.blob(kept.report)
    assert [(e.event, e.name, e.who) for e in ana.trail(gone.id)] == [
        ("added", "b.txt", "Ana"),
        ("deleted", "b.txt", "Ana"),
    ]


@pytest.mark.parametrize(
    "wrong", ["", "urn:uuid:1", "> } ; DROP ALL ; #", "urn:uuid:00000000-0000-0000-0000-000000000000"]
)
def test_an_unknown_id_is_said(ana: Desk, wrong: str) -> None:
    with pytest.raises(UnknownReviewError, match="no review has the id"):
        ana.review(wrong)


def test_an_unknown_requirement_is_said(ana: Desk) -> None:
    with pytest.raises(CallError, match="no requirement 'SOP-99'"):
        ana.correct(ana.add(new()).id, "SOP-99", None, "met")
