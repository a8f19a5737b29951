"""A saved profile on the other pages: chosen there, called by its name, and judging as the command line does."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as Docx

from checker.check import Options, check
from checker.knowledge import load
from checker.profiles.shelf import delete, file_of, shelf
from checker.reviews.store import NewReview
from checker.sent_back import material_of, write
from tests.reports.sample import LANGUAGES
from tests.reviews.drafts import report
from tests.shared_material import ROOT
from tests.ui.kept import add, desk_at
from tests.ui.pages.test_profiles_page import acted, begun, called
from tests.ui.profiled import FUND, NAMES, saved_fund
from tests.ui.shown import opened, said, tables
from tests.ui.uploaded import DESCRIPTION, checked_page, shown, switched
from ui.data.running import DataChecking
from ui.uploads import Draft

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"


def under_fund(store: Path, name: str = "a.docx", verdicts: str = "SOP-07+ COO-01?") -> str:
    """Id of a review that was made under the saved profile."""
    found = replace(report(verdicts, name=name), language="en")
    return desk_at(store).add(NewReview(name, b"a", None, found, saved_fund(), "")).id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["desk", "reviews"])
def test_reviews_go_by_its_name(tmp_path: Path, language: str, page: str) -> None:
    at = opened(page, tmp_path, language=language, review=under_fund(tmp_path))
    assert not at.exception
    assert NAMES[language] in said(at)


def test_a_review_outlives_its_profile(tmp_path: Path) -> None:
    review = under_fund(tmp_path)
    delete("river-fund")
    at = opened("desk", tmp_path, review=review)
    assert not at.exception
    assert "river-fund" in said(at)


def test_what_is_sent_back_says_its_name(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    review = desk.review(under_fund(tmp_path))
    memo = Docx(BytesIO(write("memo", material_of(review, b"", None, load()))))
    words = "\n".join(
        [p.text for p in memo.paragraphs] + [c.text for t in memo.tables for r in t.rows for c in r.cells]
    )
    assert "River Fund" in words


def test_a_check_is_under_it_and_says_so_in_the_language_of_the_page() -> None:
    at = checked_page(DESCRIPTION, profile=saved_fund())
    assert not at.error
    assert {r.id for r in at.session_state["checked"].report.inputs[0].requirements} <= FUND.asked.keys()
    for language in LANGUAGES:
        assert NAMES[language] in shown(switched(at, language), "html")


def test_data_is_checked_under_it(tmp_path: Path) -> None:
    token = saved_fund()
    assert NAMES["fr"] in opened("data", tmp_path, language="fr").selectbox(key="data-profile fr").options
    checking = DataChecking((Draft("a.ttl", DESCRIPTION.read_bytes()),), token)
    checking.job.wait(60)
    assert checking.checked is not None
    found = checking.checked.report
    assert found is not None
    assert (found.profile, found.profile_label) == (token, NAMES["es"])
    assert {r.id for r in found.inputs[0].requirements} <= FUND.asked.keys()


def test_proposals_are_compared_under_it_with_its_weights(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    made = [add(desk, "a.docx", "SOP-07+ COO-01? COO-02?"), add(desk, "b.docx", "SOP-07? COO-01+ COO-02+")]
    saved_fund()
    at = opened("compare", tmp_path, reviews=",".join(h.id for h in made))
    at.selectbox(key="compare-profile en").set_value("river-fund").run()
    assert not at.exception
    html = tables(at)
    assert 'data-row="COO-02"' not in html
    assert 'value="5" data-act="weight" data-value="SOP-07"' in html
    assert [f'<b class="gc-num">{share} %' in html for share in (83, 17)] == [True, True]
    delete("river-fund")
    at.run()
    assert not at.exception
    assert at.selectbox(key="compare-profile en").value == "everything"


@pytest.mark.parametrize("draft", [DRAFT, DESCRIPTION], ids=["text", "data"])
def test_made_on_the_page_it_judges_on_the_command_line_as_here(tmp_path: Path, draft: Path) -> None:
    at = acted(
        called(begun(tmp_path, "emm"), "Harvest Fund"),
        ("tick-theme", "sop-and-data"), ("weight-theme", "sop-and-data 2.5"), ("strength", "SOP-07 may"),
        ("tick", "DIM-01"), ("weight", "DIM-01 0.3"),
    )  # fmt: skip
    at.button(key="profile-save").click().run()
    assert not at.error
    file = tmp_path / "taken along.ttl"
    file.write_bytes(file_of("harvest-fund").read_bytes())
    (here,) = checked_page(draft, profile="harvest-fund").session_state["checked"].report.inputs
    command = [sys.executable, "-m", "checker", "check", str(draft), "--format", "json", "--fail-on", "never"]
    done = subprocess.run(
        [*command, "--profile", str(file)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    there = json.loads(done.stdout)["inputs"][0]["requirements"]
    assert [(r["id"], r["verdict"], r["confidence"]) for r in there] == [
        (r.id, r.verdict, pytest.approx(r.confidence, abs=0.01)) for r in here.requirements
    ]
    assert {r.id for r in here.requirements} <= shelf(load()).profiles["harvest-fund"].requirements
    again = check([draft], load(), Options(profile=str(file))).report.inputs[0]
    told = [(r.id, r.strength, r.weight) for r in again.requirements]
    assert told == [(r.id, r.strength, r.weight) for r in here.requirements]
    assert any(weight in (2.5, 0.3) for _, _, weight in told)
