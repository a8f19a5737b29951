"""The page without a browser: from an upload to the summary, in three languages, and what is said when it fails."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import ui.pages.check
from checker.knowledge import load
from checker.reviews.opening import open_store
from tests.reports.sample import LANGUAGES, hostile, sample, texts
from tests.shared_material import ROOT
from tests.ui.uploaded import DESCRIPTION, checked_page, ended, page, page_with, shown, switched

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_what_to_do(language: str) -> None:
    at = switched(page(), language)
    assert not at.exception
    assert texts(language)["start-heading"] in shown(at)
    assert at.button(key="check").disabled
    assert at.button(key="check").label == texts(language)["check"]
    assert at.selectbox(key=f"kind {language}").options[0] == texts(language)["find-out"]


def test_from_upload_to_summary_and_a_saved_review() -> None:
    at = checked_page(DRAFT)
    assert not at.exception
    assert not at.error
    assert at.header[0].value == plain(DRAFT.name)
    html = shown(at)
    assert "Standard operating procedures" in html
    assert "(found out)" in html
    assert "of the 50 requirements" in html
    assert len([b for b in at.button if str(b.key).startswith("mend-")]) == 5
    (header,) = open_store().headers()
    assert (header.name, header.kind, header.of, header.decided) == (DRAFT.name, "sop", 50, 0)
    assert open_store().blob(header.draft) == DRAFT.read_bytes()
    document = open_store().document(header)
    assert document is not None
    assert document.path == DRAFT.name
    assert at.button(key="to-desk").label == texts("en")["check-to-desk"]
    assert at.session_state["desk-review"] == header.id


def test_a_description_has_no_document_and_is_saved_too() -> None:
    at = checked_page(DESCRIPTION)
    assert at.header[0].value == "Política nacional de reintegración"
    assert texts("en")["by-dimension-heading"] in [h.value for h in at.subheader]
    assert "Psychosocial dimension" in shown(at)
    (header,) = open_store().headers()
    assert (header.name, header.document) == (DESCRIPTION.name, "")


def test_progress_is_seen_and_a_check_can_be_stopped() -> None:
    at = page()
    at.file_uploader(key="uploads").set_value([(DRAFT.name, DRAFT.read_bytes(), "application/octet-stream")]).run()
    at.button(key="check").click().run()
    assert at.button(key="check").disabled
    assert DRAFT.name in shown(at, "html")
    at.button(key="stop").click().run()
    at = ended(at) if "checking" in at.session_state else at.run()
    assert not at.exception
    assert "stopped" in at.session_state or texts("en")["check-stopped"].rstrip(".") in shown(at).replace("\\", "")
    assert open_store().headers() == ()
    assert at.button(key="check").disabled is False


def test_options_are_followed() -> None:
    at = checked_page(DESCRIPTION, profile="rcm-guide", draft_language="fr")
    assert not at.exception
    html = shown(at)
    assert load().profiles["rcm-guide"].label.in_("en") in html
    assert "French</dd>" in html
    assert open_store().headers()[0].profile == "rcm-guide"


def test_a_change_after_the_check_is_said() -> None:
    at = checked_page(DESCRIPTION)
    assert not at.info
    at.selectbox(key="profile en").set_value("emm").run()
    assert at.info[0].value.startswith("Files or options have changed")


def test_another_kind_and_profile_for_one_draft() -> None:
    at = checked_page(DESCRIPTION)
    key = f"kind-{DESCRIPTION.name} en"
    assert at.selectbox(key=key).value == "national-policy"
    at.selectbox(key=key).set_value("sop").run()
    at.selectbox(key=f"profile-{DESCRIPTION.name} en").set_value("handbook-m4").run()
    at = ended(at.button(key=f"again-{DESCRIPTION.name}").click().run())
    assert not at.exception
    html = shown(at)
    assert "Standard operating procedures" in html
    assert "(found out)" not in html
    (header,) = open_store().headers()
    assert (header.kind, header.profile) == ("sop", "handbook-m4")


def test_language_switch_keeps_check_and_choices() -> None:
    at = checked_page(DESCRIPTION, profile="rcm-guide")
    at = switched(at, "es")
    assert not at.exception
    assert at.selectbox(key="profile es").value == "rcm-guide"
    assert texts("es")["overall-heading"] in [h.value for h in at.subheader]
    first = next(b.label for b in at.button if str(b.key).startswith("mend-"))
    assert first.replace("\\", "") in {r.title.in_("es") for r in load().requirements.values()}


def test_one_of_several_drafts() -> None:
    at = page_with(sample(drafts=3))
    assert len(at.selectbox(key="draft en").options) == 3
    at.selectbox(key="draft en").set_value("2").run()
    assert not at.exception


def test_what_is_not_saved_is_said() -> None:
    at = page_with(sample())
    assert at.warning[0].value.replace("\\", "") == texts("en")["check-not-saved"]
    assert all(b.disabled for b in at.button if str(b.key).startswith("mend-"))


def test_a_hostile_draft_stays_text() -> None:
    report = hostile()
    once = tuple(replace(found, requirements=found.requirements[1:]) for found in report.inputs)
    at = page_with(replace(report, inputs=once))
    assert not at.exception
    assert not at.error
    html = shown(at, "html")
    assert "window.hit" in html
    assert html.count("<script") == html.count("<script>\ndocument.documentElement.lang") == 1
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
    assert at.header[0].value == "Política nacional de reintegración"


def test_only_errors() -> None:
    at = checked_page(("empty.docx", b""))
    assert at.error
    assert not at.exception
    assert not at.header


def test_a_failure_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(ui.pages.check, "show_result", fail)
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


def plain(text: str) -> str:
    return text.replace("-", "\\-").replace(".", "\\.")
