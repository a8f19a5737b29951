"""A condition that a person turns: only its requirement is judged again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checker.knowledge import load
from checker.reports.texts import Wording
from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from tests.reports.sample import texts
from tests.shared_material import ROOT
from tests.ui.reviewed import review_of
from ui.desk.turned import judged_again, rejudged_rows, turned

T = Wording(texts("en"))


def test_turned_there_and_back(tmp_path: Path) -> None:
    id = review_of(tmp_path / "s", ROOT / "examples" / "drafts" / "politica-nacional-es.docx")
    desk = Desk(open_store(tmp_path / "s"), Person("Ana", "reviewer"))
    review, knowledge = desk.review(id), load()
    document = desk.document(review.header)
    away = next(o for o in review.report.requirements if o.applies and o.verdict == "not-applicable")
    again = judged_again({}, document, review, away.id, True, knowledge)
    assert again.verdict != "not-applicable"
    assert again.applies is not None
    assert (again.applies.holds, again.applies.why) == (True, "person")
    assert (again.strength, again.weight) == (away.strength, away.weight)
    made = desk.correct(id, away.id, None, again.verdict, "x")
    review = desk.review(id)
    assert list(turned(review)) == [(away.id, True)]
    rows = rejudged_rows({}, document, review, knowledge, "en", T)
    assert rows[away.id]["title"] == knowledge.requirements[away.id].title.in_("en")
    assert rows[away.id]["claims"]
    desk.undo(id, away.id, made.id)
    assert list(turned(desk.review(id))) == []


def test_as_the_check_would_have_done_it(tmp_path: Path) -> None:
    """Judged alone and in company, a requirement comes out alike."""
    id = review_of(tmp_path / "s", ROOT / "examples" / "drafts" / "sop-reintegration-en.docx")
    desk = Desk(open_store(tmp_path / "s"), Person("Ana", "reviewer"))
    review = desk.review(id)
    held = next(o for o in review.report.requirements if o.applies and o.applies.holds)
    again = judged_again({}, desk.document(review.header), review, held.id, True, load())
    assert replace(again, applies=held.applies) == held
