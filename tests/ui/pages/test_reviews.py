"""The page of reviews, in three languages, by role, and on what hostile drafts bring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.knowledge import load
from checker.reviews.desk import Person
from checker.reviews.store import NewReview
from tests.reports.sample import HOSTILE, LANGUAGES
from tests.reviews.drafts import report
from tests.ui.kept import add, desk_at
from tests.ui.shown import opened, said, tables
from ui.reviews.choosing import Wanted
from ui.reviews.deleting import is_named

READER, REVIEWER = Person("Eve", "reader"), Person("Ben", "reviewer")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_reviews_it_teaches(tmp_path: Path, language: str) -> None:
    at = opened("reviews", tmp_path, language=language)
    assert not at.exception
    assert load().interface_texts(language)["reviews-none-heading"] in said(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list(tmp_path: Path, language: str) -> None:
    first = add(desk_at(tmp_path), "plan a.docx", "SOP-01+ SOP-02?")
    add(desk_at(tmp_path), "plan b.docx", "SOP-01+ SOP-02?", version_of=first.id)
    at = opened("reviews", tmp_path, language=language)
    assert not at.exception
    html, t = tables(at), load().interface_texts(language)
    assert html.index("plan b.docx") < html.index("plan a.docx")
    assert load().kinds["programme"].label.in_(language) in html
    assert t["reviews-decided-of"].format(n=0, of=2) in html
    assert t["reviews-version"] in html
    assert at.button(key="reviews-compare").disabled


def test_search_and_sort(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    for name in ("beta.docx", "alpha.docx", "gamma.docx"):
        add(desk, name, "SOP-01+")
    at = opened("reviews", tmp_path)
    at.session_state["reviews wanted"] = Wanted(order="name", falling=False)
    html = tables(at.run())
    assert html.index("alpha") < html.index("beta") < html.index("gamma")
    assert 'aria-sort="ascending"' in html
    at.text_input(key="reviews-search").set_value("gam").run()
    assert "gamma" in tables(at) and "alpha" not in tables(at)
    at.text_input(key="reviews-search").set_value("nothing such").run()
    assert not tables(at)
    assert at.info[0].value.startswith("No review matches")


def test_a_thousand_reviews_come_page_by_page(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    for number in range(60):
        add(desk, f"plan {number}.docx", "SOP-01+")
    at = opened("reviews", tmp_path)
    assert tables(at).count("<tr>") == 26
    assert "Page 1 of 3" in tables(at)
    at.session_state["reviews sheet"] = 3
    assert tables(at.run()).count("<tr>") == 11


def test_ticked_reviews_can_be_compared(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    ids = [add(desk, f"{name}.docx", "SOP-01+").id for name in "abc"]
    at = opened("reviews", tmp_path)
    at.session_state["reviews ticked"] = [ids[0], "gone", ids[1]]
    at.run()
    assert not at.button(key="reviews-compare").disabled
    assert "(2)" in at.button(key="reviews-compare").label
    assert not at.button(key="reviews-compare-versions").disabled
    at.session_state["reviews ticked"] = ids
    at.run()
    assert at.button(key="reviews-compare-versions").disabled


def test_one_review_with_its_history(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    header = add(desk, "plan.docx", "SOP-01? SOP-02+")
    made = desk.correct(header.id, "SOP-01", None, "met", "Annex B says so")
    desk.comment(header.id, "SOP-01", made.id, "<b>Ask</b> them")
    at = opened("reviews", tmp_path, review=header.id)
    assert not at.exception
    html = said(at)
    assert "History (2)" in str(at.segmented_control[0].options)
    assert html.index("commented on") < html.index("corrected")
    assert "Annex B says so" in html
    assert "&lt;b&gt;Ask&lt;/b&gt; them" in tables(at)
    assert load().requirements["SOP-01"].title.in_("en") in html


def test_a_review_without_decisions_teaches(tmp_path: Path) -> None:
    header = add(desk_at(tmp_path), "plan.docx", "SOP-01?")
    assert "Nothing has been decided yet" in said(opened("reviews", tmp_path, review=header.id))


def test_a_review_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    at = opened("reviews", tmp_path, review="urn:uuid:gone")
    assert not at.exception
    assert at.error[0].value.startswith("This review is not there")
    assert at.button(key="reviews-back")


def test_two_versions(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    first = add(desk, "v1.docx", "SOP-01? SOP-02+ SOP-03+")
    second = add(desk, "v2.docx", "SOP-01+ SOP-02? SOP-03+", version_of=first.id)
    at = opened("reviews", tmp_path, review=second.id, view="versions")
    assert not at.exception
    html = tables(at)
    assert html.index("SOP-02") < html.index("SOP-01")
    assert "SOP-03" not in html
    assert html.count("<details") == 2
    at.pills(key="versions-show en").set_value(["unchanged"]).run()
    assert "SOP-03" in tables(at) and "SOP-01" not in tables(at)


def test_one_version_alone_teaches(tmp_path: Path) -> None:
    header = add(desk_at(tmp_path), "plan.docx", "SOP-01?")
    assert "Two versions make a comparison" in said(opened("reviews", tmp_path, review=header.id, view="versions"))


@pytest.mark.parametrize(
    ("typed", "deletes"), [("plan a.docx", True), (" plan a.docx ", True), ("plan", False), ("", False)]
)
def test_deleting_asks_for_the_name(tmp_path: Path, typed: str, deletes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.reviews.deleting.go", lambda name, **query: None)
    header = add(desk_at(tmp_path), "plan a.docx", "SOP-01?")
    at = opened("reviews", tmp_path, review=header.id, view="delete")
    assert "plan a.docx" in at.warning[0].value.replace("\\", "")
    at.text_input(key=f"delete-name-{header.id}").set_value(typed)
    next(b for b in at.button if b.label == "Delete for good").click().run()
    assert (not desk_at(tmp_path).headers()) is deletes
    assert bool(at.error) is not deletes


def test_names_with_unseen_signs_can_be_typed_as_they_are_shown() -> None:
    assert is_named("plan[U+202E]xcod.docx", "plan\u202excod.docx")


@pytest.mark.parametrize(
    ("person", "imports", "exports", "deletes"),
    [(READER, False, False, False), (REVIEWER, True, True, False), (Person("Ana", "administrator"), True, True, True)],
)  # fmt: skip
def test_what_the_role_does_not_allow_is_not_there(
    tmp_path: Path, person: Person, imports: bool, exports: bool, deletes: bool
) -> None:
    header = add(desk_at(tmp_path), "plan.docx", "SOP-01?")
    keys = {b.key for b in opened("reviews", tmp_path, person=person).button}
    assert ("reviews-import-do" in keys) is imports
    at = opened("reviews", tmp_path, person=person, review=header.id, view="delete")
    assert bool(at.get("download_button")) is exports
    assert ("Delete" in at.segmented_control[0].options) is deletes
    assert bool(at.warning) is deletes


def test_a_hostile_draft_stays_text(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    found = replace(report("SOP-01?"), name=HOSTILE)
    header = desk.add(NewReview(HOSTILE.replace("\x00", ""), b"x", None, found, "everything", ""))
    desk.correct(header.id, "SOP-01", None, "met", HOSTILE.replace("\x00", ""))
    other = add(desk, "plain.docx", "SOP-01?")
    pages = [
        opened("reviews", tmp_path),
        opened("reviews", tmp_path, review=header.id),
        opened("reviews", tmp_path, review=header.id, view="versions", before=other.id),
        opened("compare", tmp_path, reviews=f"{header.id},{other.id}"),
    ]
    for at in pages:
        assert not at.exception
        assert "window.hit" in said(at)
        for bad in ("<script", "<img", "\u202e"):
            assert bad not in tables(at)


def test_the_desk_of_a_review_that_is_gone_leads_on(tmp_path: Path) -> None:
    at = opened("desk", tmp_path, review="urn:uuid:gone", language="fr")
    assert not at.exception
    assert at.error[0].value.startswith("Cette relecture est introuvable")
    assert at.button(key="desk-to-reviews")
    assert "desk-review" not in at.session_state
