"""Whatever a person types comes back as it was, or is refused with a line; nothing typed becomes a command."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import CallError
from checker.report import Evidence
from checker.reviews.desk import Desk, Person
from checker.reviews.kept import KeptReviews
from checker.reviews.opening import open_store
from tests.reviews.desks import ANA, DOCUMENT, REPORT, new, outcome

HOSTILE = [
    "a \"quoted\" 'name'.docx",
    "line\nbreak\r\n\ttab",
    "> } ; DROP ALL ; #",
    '" } } ; DROP ALL ; INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> "',
    "\\u0022 } } ; DROP ALL ; #",
    "\\",
    "\x00\x01\x1f\x7f\x85",
    "\u202egnp.exe\u202c",
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "\ufffe\uffff\U0010ffff",
    "é e\u0301 \ud7ff\ue000",
    "https://x/#y",
    " ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_as_they_were(store: KeptReviews, text: str) -> None:
    requirement = f"X {text}"
    report = replace(REPORT, path=text, requirements=(outcome(requirement, "met"),))
    desk = Desk(store, Person(text, "administrator"))
    header = desk.add(new(text, report=report, profile=text))
    passage = Evidence(text, 1, (text, text), 0, 5, 1.0, (text,))
    first = desk.correct(header.id, requirement, None, "not-met", text)
    second = desk.choose_passages(header.id, requirement, first.id, [passage])
    third = desk.comment(header.id, requirement, second.id, text)
    review = desk.review(header.id)
    assert review.decisions == (first, second, third)
    assert (review.header.name, review.header.created_by, review.header.profile) == (text, text, text)
    assert (third.comment, third.why, third.passages) == (text, text, (passage,))
    assert desk.headers() == (review.header,)
    data = desk.export(header.id)
    desk.delete(header.id)
    assert desk.import_(data) == review.header
    assert desk.review(header.id) == review
    assert [e.name for e in desk.trail(header.id)] == [text] * 4


REFUSED = {
    "half a character": ("a\ud800b", "half a character"),
    "a megabyte": ("x" * 2**20, "1,048,576 characters, and at most 20,000"),
}


@pytest.mark.parametrize(("text", "line"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(store: KeptReviews, text: str, line: str) -> None:
    desk = Desk(store, ANA)
    review = desk.add(new()).id
    seen = desk.accept(review, "SOP-01", None)
    with pytest.raises(CallError, match=line):
        desk.comment(review, "SOP-01", seen.id, text)
    with pytest.raises(CallError):
        desk.correct(review, "SOP-01", seen.id, "met", text)
    with pytest.raises(CallError):
        desk.choose_passages(review, "SOP-01", seen.id, [Evidence(text, 1, (), 0, 1, 1.0)])
    with pytest.raises(CallError):
        desk.choose_passages(review, "SOP-01", seen.id, [Evidence("x", 1, (text,), 0, 1, 1.0)])
    for wrong in (new(text), new(profile=text), new(report=replace(REPORT, kind=text))):
        with pytest.raises(CallError):
            desk.add(wrong)
    with pytest.raises(CallError):
        Desk(store, Person(text, "reviewer")).accept(review, "SOP-01", seen.id)
    assert desk.review(review).decisions == (seen,)
    assert len(desk.headers()) == 1
    assert store.verify() == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"document": replace(DOCUMENT, text="\ud800")},
        {"report": replace(REPORT, path="\udcff.txt")},
        {"report": replace(REPORT, requirements=(outcome("\ud800", "met"),))},
    ],
    ids=["document", "path", "requirement"],
)
def test_a_draft_with_half_a_character_is_refused_with_a_line(store: KeptReviews, wrong: dict[str, object]) -> None:
    with pytest.raises(CallError, match="half a character; save the draft anew"):
        Desk(store, ANA).add(new(**wrong))
    assert store.headers() == ()


def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(open_store(tmp_path_factory.mktemp("texts")), ANA)
    review = desk.add(new()).id
    seen: list[str | None] = [None]

    @settings(max_examples=60, deadline=None)
    @given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40), st.floats(0, 1))
    def survives(text: str, score: float) -> None:
        passage = Evidence(text, None, (text,), None, None, score, (text,))
        made = desk.choose_passages(review, "SOP-01", seen[0], [passage])
        made = desk.comment(review, "SOP-01", made.id, text)
        seen[0] = made.id
        assert desk.review(review).decisions[-1] == made

    survives()
    assert desk._store.verify() == ()
