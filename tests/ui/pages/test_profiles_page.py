"""The page on which a profile is made, without a browser."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from checker.knowledge import load
from checker.profiles.opening import opened as profile_file
from checker.profiles.shelf import all_profiles, file_of, save, shelf
from checker.reviews.desk import Person
from tests.reports.sample import LANGUAGES, texts
from tests.shared_material import ROOT
from tests.ui.profiled import FUND, NAMES, saved_fund
from tests.ui.shown import opened, said, tables
from ui.profiling.making import Making, after

EXAMPLE = ROOT / "examples" / "profiles" / "river-fund.ttl"
KNOWN = load()
EVERY = tuple(KNOWN.requirements.values())


def begun(store: Path, base: str = "", language: str = "en", person: Person | None = None) -> AppTest:
    at = opened("profiles", store, language=language, **({"person": person} if person else {}))
    at.selectbox(key=f"profile-base {language}").set_value(base).run()
    return at.button(key="profile-begin").click().run()


def acted(at: AppTest, *acts: tuple[str, str]) -> AppTest:
    """As the table tells what was pressed in it."""
    for act, value in acts:
        at.session_state["profile-making"] = after(making(at), act, value, EVERY)
    return at.run()


def making(at: AppTest) -> Making:
    found: Making = at.session_state["profile-making"]
    return found


def called(at: AppTest, name: str, language: str = "en") -> AppTest:
    key = next(w.key for w in at.text_input if re.match(f"profile-name {language} ", str(w.key)))
    return at.text_input(key=key).set_value(name).run()


def edited(at: AppTest, token: str) -> AppTest:
    """What Edit does in the list of those saved."""
    from ui.profiling.start import opened_making

    at.session_state["profile-making"] = opened_making(token, KNOWN)
    return at.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_profile_it_teaches(tmp_path: Path, language: str) -> None:
    at = opened("profiles", tmp_path, language=language)
    assert not at.exception
    words = texts(language)
    assert all(words[f"profile-start-{step}"] in said(at) for step in ("heading", "begin", "tick", "save"))
    assert "profile-save" not in [b.key for b in at.button]


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_saved_and_known(tmp_path: Path, language: str) -> None:
    at = acted(
        begun(tmp_path, language=language), ("tick", "SOP-07"), ("weight", "SOP-07 5"), ("strength", "SOP-07 must")
    )
    assert texts(language)["profile-not-saved"] in said(at)
    called(at, "Río <b>Fund</b>", language).button(key="profile-save").click().run()
    assert not at.exception
    assert not at.error
    profile = all_profiles(KNOWN)["rio-b-fund-b"]
    assert (profile.requirements, profile.weight("SOP-07"), profile.strengths) == ({"SOP-07"}, 5.0, {"SOP-07": "must"})
    assert profile.label.by_language == {language: "Río <b>Fund</b>"}
    assert "Río &lt;b&gt;Fund" in tables(at)
    assert "guidecheck check draft.docx --profile rio-b-fund-b" in [c.value for c in at.code]
    assert not [c.value for c in at.caption if c.value == texts(language)["profile-not-saved"]]


def test_a_new_one_may_begin_as_one_of_the_product(tmp_path: Path) -> None:
    at = begun(tmp_path, "emm")
    assert making(at).ticked == KNOWN.profiles["emm"].requirements
    assert making(at).name("en") == ""


def test_name_and_ticks_are_asked_for(tmp_path: Path) -> None:
    at = begun(tmp_path).button(key="profile-save").click().run()
    assert texts("en")["profile-needs-name"] in said(at)
    called(at, "Fund").button(key="profile-save").click().run()
    assert texts("en")["profile-needs-tick"] in said(at)
    assert not shelf(KNOWN).profiles


def test_filters_keep_what_is_ticked(tmp_path: Path) -> None:
    at = acted(begun(tmp_path), ("tick", "SOP-07"), ("tick", "COO-01"))
    at.selectbox(key="profile-theme en").set_value("sop-and-data").run()
    assert 'data-value="SOP-07"' in tables(at)
    assert 'data-value="COO-01"' not in tables(at)
    at.text_input(key="profile-search").set_value("CONSENTIMIENTO").run()
    assert texts("en")["none-match"] in said(at)
    at.text_input(key="profile-search").set_value("CÓNSENT").run()
    assert 'data-value="SOP-07"' in tables(at)
    assert making(at).ticked == {"SOP-07", "COO-01"}
    at.selectbox(key="profile-theme en").set_value("").run()
    at.text_input(key="profile-search").set_value("").run()
    at.selectbox(key="profile-ticks en").set_value("ticked").run()
    assert set(re.findall(r'data-act="tick" data-value="([^"]+)"', tables(at))) == {"SOP-07", "COO-01"}


def test_counts_stand_on_the_page(tmp_path: Path) -> None:
    at = acted(begun(tmp_path), ("tick-theme", "referral"), ("tick", "SOP-07"), ("weight-theme", "referral 2"))
    n = sum(r.theme == "referral" for r in EVERY)
    share = round(100 * 2 * n / (2 * n + 1))
    assert f"Ticked: {n} of {n}. These make up {share} % of the weight." in tables(at)


def test_steps_back(tmp_path: Path) -> None:
    at = called(begun(tmp_path), "Fund")
    called(at, "Other").button(key="profile-undo").click().run()
    assert making(at).name("en") == "Fund"
    assert next(w.value for w in at.text_input if str(w.key).startswith("profile-name en")) == "Fund"
    at.button(key="profile-begin").click().run()
    assert making(at).name("en") == ""
    at.button(key="profile-undo").click().run()
    assert making(at).name("en") == "Fund"


def test_a_step_back_behind_saving_still_knows_what_is_saved(tmp_path: Path) -> None:
    at = acted(called(begun(tmp_path), "Fund"), ("tick", "SOP-07"))
    called(at, "Fund 2").button(key="profile-save").click().run()
    at.button(key="profile-undo").click().run()
    assert making(at).short_name == "fund-2"
    at.button(key="profile-save").click().run()
    assert not at.warning
    assert all_profiles(KNOWN)["fund-2"].label.in_("en") == "Fund"


def test_a_file_is_opened_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    at = opened("profiles", tmp_path)
    upload(at, EXAMPLE.name, EXAMPLE.read_bytes())
    assert not at.error
    assert making(at).chosen(KNOWN) == profile_file(EXAMPLE, KNOWN)
    assert making(at).name("es") == "Fondo del Río: convocatoria de propuestas de reintegración"
    at.button(key="profile-save").click().run()
    assert shelf(KNOWN).profiles["river-fund"].requirements == profile_file(EXAMPLE, KNOWN).asked.keys()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("own.ttl", "<urn:a> a\n<urn:b", "own.ttl:2"),
        ("own.docx", "no", "ends in .ttl"),
        ("own.ttl", "", "describes no profile"),
        ("<b>x.ttl", EXAMPLE.read_text("utf-8").replace("SOP-07", "SOP-0777"), ":23: unknown requirement"),
        ("own.ttl", "#" * (2 * 2**20 + 1), "2 MB"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_with_its_line_and_changes_nothing(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    at = called(begun(tmp_path), "Fund")
    upload(at, name, text.encode())
    assert not at.exception
    assert says in said(at)
    assert making(at).name("en") == "Fund"


def upload(at: AppTest, name: str, data: bytes) -> None:
    (uploader,) = at.file_uploader
    uploader.set_value((name, data, "text/turtle")).run()


def test_a_short_name_that_is_taken(tmp_path: Path) -> None:
    saved_fund()
    at = acted(called(begun(tmp_path), "River Fund"), ("tick", "SOP-01"))
    at.button(key="profile-save").click().run()
    assert texts("en")["profile-taken"].format(name="river-fund") in said(at)
    assert all_profiles(KNOWN)["river-fund"].requirements == FUND.asked.keys()
    key = next(str(w.key) for w in at.text_input if str(w.key).startswith("profile-short-name"))
    at.text_input(key=key).set_value("Río 2").run()
    at.button(key="profile-save").click().run()
    assert all_profiles(KNOWN)["rio-2"].requirements == {"SOP-01"}
    at = acted(called(begun(tmp_path), "River Fund"), ("tick", "SOP-01"))
    at.button(key="profile-save").click().run()
    at.button(key="profile-replace").click().run()
    assert all_profiles(KNOWN)["river-fund"].requirements == {"SOP-01"}


def test_what_someone_else_saved_meanwhile_is_asked_about(tmp_path: Path) -> None:
    at = edited(opened("profiles", tmp_path), saved_fund())
    save(replace(FUND, asked={"SOP-01": FUND.asked["SOP-07"]}), KNOWN, replacing="river-fund")
    acted(at, ("tick", "COO-02")).button(key="profile-save").click().run()
    assert texts("en")["profile-changed-by"].format(name="river-fund") in said(at)
    assert all_profiles(KNOWN)["river-fund"].requirements == {"SOP-01"}
    at.button(key="profile-replace").click().run()
    assert all_profiles(KNOWN)["river-fund"].requirements == {"SOP-07", "COO-01", "COO-02"}


def test_a_copy_has_all_but_the_name(tmp_path: Path) -> None:
    saved_fund()
    at = begun(tmp_path, "river-fund")
    found = making(at).chosen(KNOWN)
    assert (found.asked, found.token, found.iri, found.label.by_language) == (FUND.asked, "", "", {})
    called(at, "River Fund two").button(key="profile-save").click().run()
    assert all_profiles(KNOWN).keys() >= {"river-fund", "river-fund-two"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_deleted_after_a_question(tmp_path: Path, language: str) -> None:
    at = edited(opened("profiles", tmp_path, language=language), saved_fund())
    at.session_state["profile-deleting"] = "river-fund"
    at.run()
    assert texts(language)["profile-delete-one"].format(name=NAMES[language]) in said(at)
    at.button(key="profile-delete-keep").click().run()
    assert file_of("river-fund").exists()
    at.session_state["profile-deleting"] = "river-fund"
    at.run().button(key="profile-delete-do").click().run()
    assert not at.exception
    assert not file_of("river-fund").exists()
    assert making(at).ticked == FUND.asked.keys(), "what is on the page stays"
    at.button(key="profile-save").click().run()
    assert all_profiles(KNOWN)["river-fund"].requirements == FUND.asked.keys()


def test_a_reader_looks_and_takes_along_but_does_not_save(tmp_path: Path) -> None:
    saved_fund()
    at = edited(opened("profiles", tmp_path, person=Person("Eva", "reader")), "river-fund")
    assert at.button(key="profile-save").disabled
    assert 'data-act="delete"' not in tables(at)
    at.session_state["profile-deleting"] = "river-fund"
    assert "profile-delete-do" not in [b.key for b in at.run().button]


def test_the_turtle_is_shown_where_it_is_asked_for(tmp_path: Path) -> None:
    at = edited(opened("profiles", tmp_path), saved_fund())
    assert not [c for c in at.code if "prof:Profile" in c.value]
    at.toggle(key="profile-turtle-shown").set_value(True).run()
    assert [c.value for c in at.code if "prof:Profile" in c.value] == [
        file_of("river-fund").read_text("utf-8").rstrip()
    ]


def test_a_wrong_file_among_those_saved_is_told(tmp_path: Path) -> None:
    saved_fund()
    file_of("broken").write_text("<urn:a> a", "utf-8")
    at = opened("profiles", tmp_path)
    assert "broken.ttl:1:" in said(at)
    assert "River Fund" in tables(at)


def test_one_act_with_all_requirements_takes_less_than_a_second_of_work(tmp_path: Path) -> None:
    at = begun(tmp_path, "everything")
    before = time.process_time()
    acted(at, ("tick", "SOP-07"))
    assert time.process_time() - before < 1
    assert tables(at).count('data-act="tick"') == len(KNOWN.requirements)
