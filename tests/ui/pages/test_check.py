"""The page without a browser: from an upload to the list, in three languages, and what is said when it fails."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import ui.pages.check
from checker.knowledge import load
from tests.reports.sample import LANGUAGES, hostile, large, sample, texts
from tests.ui.uploaded import DESCRIPTION, checked_page, page, page_with, rows, shown, switched


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_what_to_do(language: str) -> None:
    at = switched(page(), language)
    assert not at.exception
    assert texts(language)["start-heading"] in shown(at)
    assert at.button(key="check").disabled
    assert at.button(key="check").label == texts(language)["check"]
    assert at.selectbox(key=f"kind {language}").options[0] == texts(language)["find-out"]


def test_from_upload_to_summary_and_list() -> None:
    at = checked_page(DESCRIPTION)
    assert not at.exception
    assert not at.error
    assert at.header[0].value == "Política nacional de reintegración"
    html = shown(at)
    assert "National policy" in html
    assert "(found out)" in html
    assert "Met: 0 of the" in html
    assert len([b for b in at.button if str(b.key).startswith("mend-")]) == 5
    assert len(rows(at)) == 20
    assert at.button(key="more-0").label.startswith("Show ")
    at.text_input(key="search-0").set_value("dim-01").run()
    assert len(rows(at)) == 1
    assert "aborda la dimensión Dimensión económica" in shown(at)


def test_options_are_followed() -> None:
    at = checked_page(DESCRIPTION, profile="rcm-guide", draft_language="fr")
    assert not at.exception
    html = shown(at)
    assert load().profiles["rcm-guide"].label.in_("en") in html
    assert "French</dd>" in html


def test_a_change_after_the_check_is_said() -> None:
    at = checked_page(DESCRIPTION)
    assert not at.info
    at.selectbox(key="profile en").set_value("emm").run()
    assert at.info[0].value.startswith("Files or options have changed")
    assert rows(at)


def test_another_kind_for_one_draft() -> None:
    at = checked_page(DESCRIPTION)
    key = f"kind-{DESCRIPTION.name} en"
    assert at.selectbox(key=key).value == "national-policy"
    at.selectbox(key=key).set_value("sop").run()
    at.button(key=f"again-{DESCRIPTION.name}").click().run()
    assert not at.exception
    html = shown(at)
    assert "Standard operating procedures" in html
    assert "(found out)" not in html


def test_a_new_check_starts_afresh() -> None:
    at = checked_page(DESCRIPTION)
    at.text_input(key="search-0").set_value("dim-01").run()
    at.pills(key="verdicts-0 en").set_value(["partly-met"]).run()
    at.selectbox(key=f"kind-{DESCRIPTION.name} en").set_value("sop").run()
    at.button(key="check").click().run()
    assert not at.exception
    assert at.text_input(key="search-0").value == ""
    assert at.pills(key="verdicts-0 en").value == []
    assert at.selectbox(key=f"kind-{DESCRIPTION.name} en").value == "national-policy"
    assert len(rows(at)) == 20


def test_language_switch_keeps_check_and_choices() -> None:
    at = checked_page(DESCRIPTION, profile="rcm-guide")
    at.pills(key="verdicts-0 en").set_value(["partly-met"]).run()
    before = len(rows(at))
    at = switched(at, "es")
    assert not at.exception
    assert at.selectbox(key="profile es").value == "rcm-guide"
    assert len(rows(at)) == before > 0
    assert texts("es")["requirements-heading"] in [h.value for h in at.header]
    assert load().requirements["DIM-01"].title.in_("es") in "".join(rows(at))


def test_filters_and_clear() -> None:
    at = page_with(sample())
    assert len(rows(at)) == 9
    at.text_input(key="search-0").set_value("sop-10").run()
    assert len(rows(at)) == 1
    at.selectbox(key="theme-0 en").set_value("referral").run()
    assert not rows(at)
    assert at.info[0].value == "No requirement matches these filters\\."
    at.button(key="clear-0").click().run()
    assert not at.exception
    assert len(rows(at)) == 9
    at.toggle(key="review-0").set_value(True).run()
    assert len(rows(at)) == 3


def test_a_large_report_comes_in_portions() -> None:
    at = page_with(large())
    assert len(rows(at)) == 20
    at.button(key="more-0").click().run()
    assert len(rows(at)) == 40


def test_one_of_several_drafts() -> None:
    at = page_with(sample(drafts=3))
    assert len(at.selectbox(key="draft en").options) == 3
    at.selectbox(key="draft en").set_value("2").run()
    assert not at.exception
    assert len(rows(at)) == 7


def test_what_is_first_to_mend_opens() -> None:
    at = page_with(sample())
    next(b for b in at.button if str(b.key).startswith("mend-")).click().run()
    assert not at.exception


def test_a_hostile_draft_stays_text() -> None:
    report = hostile()
    once = tuple(replace(found, requirements=found.requirements[1:]) for found in report.inputs)
    at = page_with(replace(report, inputs=once))
    assert not at.exception
    assert not at.error
    html = shown(at, "html")
    assert "window.hit" in html
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in shown(at)


def test_errors_are_lines_beside_what_was_checked() -> None:
    at = checked_page(DESCRIPTION, ("old.ttl", b"not turtle"), ("empty.docx", b""))
    assert not at.exception
    said = at.error[0].value.replace("\\", "")
    assert said.startswith("**These files could not be checked:**")
    assert "old.ttl" in said
    assert "empty.docx: the file is empty; send it again" in said
    assert "/" not in said.replace("/turtle", "")
    assert rows(at)


def test_only_errors() -> None:
    at = checked_page(("empty.docx", b""))
    assert at.error
    assert not at.exception
    assert not rows(at)


def test_a_failure_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(ui.pages.check, "run", fail)
    at = checked_page(DESCRIPTION)
    assert not at.exception
    assert [e.value.replace("\\", "") for e in at.error] == [texts("en")["page-failed"]]
    assert "secret" not in shown(at)


def test_downloads_are_the_reports(tmp_path: Path) -> None:
    at = checked_page(DESCRIPTION)
    written = at.session_state["written"]
    found = json.loads(written["json"])["inputs"][0]
    assert found["path"] == DESCRIPTION.name
    assert found["kind"] == "national-policy"
    assert written["html"].startswith("<!doctype html>")
    assert str(tmp_path.parents[1]) not in written["html"] + written["json"]
