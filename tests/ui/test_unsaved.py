"""What was begun and is saved nowhere: a file for each, in the folder of the person who began it."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from checker.descriptions.forms.answers import Answer, FilledForm
from checker.knowledge import load
from checker.knowledge.model import Text
from checker.places import unsaved_folder
from checker.profiles.chosen import Asked
from tests.ui.profiled import saved_fund
from tests.ui.shown import opened, said, tables
from ui.comparing import kept as comparisons
from ui.describing import kept as forms
from ui.profiling import kept as profiles
from ui.profiling.making import Making, after, named
from ui.profiling.start import opened_making
from ui.unsaved.folder import drop, listed, new_id, read, write

KNOWN = load()
EVERY = tuple(KNOWN.requirements.values())
WORDS = some.text(max_size=30)


def test_each_person_has_files_of_their_own() -> None:
    one, other = new_id(), new_id()
    write("ana@example.org", "profile", one, b"1")
    write("ana@example.org", "profile", other, b"2")
    write("ana@example.org", "profile", one, b"3")
    assert [(kept.id, kept.data) for kept in listed("ana@example.org", "profile")] == [(one, b"3"), (other, b"2")]
    assert listed("ana@example.org", "form") == listed("ben@example.org", "profile") == ()
    assert read("ben@example.org", "profile", one) is None
    drop("ana@example.org", "profile", one)
    assert read("ana@example.org", "profile", one) is None
    assert "ana" not in "".join(str(file) for file in unsaved_folder().rglob("*"))


@pytest.mark.parametrize("id", ["", "..", "../../other", "0" * 15, "0" * 17, "g" * 16, "/etc/passwd"])
def test_an_address_reaches_nothing_else(id: str) -> None:
    unsaved_folder().mkdir(parents=True)
    (unsaved_folder() / "other.json").write_text("{}")
    assert read("", "profile", id) is None
    drop("", "profile", id)
    assert (unsaved_folder() / "other.json").exists()


makings = some.builds(
    Making,
    label=some.dictionaries(some.sampled_from(["en", "es", "fr"]), WORDS.filter(bool)).map(Text),
    ticked=some.frozensets(some.sampled_from(sorted(KNOWN.requirements))),
    said=some.dictionaries(
        some.sampled_from(sorted(KNOWN.requirements)),
        some.builds(Asked, some.sampled_from(["must", "should", "may"]), some.floats(0.01, 100)),
    ),
    wish=WORDS,
)


@given(makings)
def test_a_profile_comes_back_as_it_was(making: Making) -> None:
    assert profiles.from_file(profiles.as_file(making), KNOWN) == making


def test_a_changed_profile_still_knows_what_is_saved() -> None:
    saved_fund()
    making = named(opened_making("river-fund", KNOWN), "en", "Another name")
    assert profiles.from_file(profiles.as_file(making), KNOWN) == making


answers = some.builds(Answer, some.sampled_from(["yes", "no", ""]), WORDS, WORDS)


@given(WORDS, some.dictionaries(WORDS, answers, min_size=1))
def test_a_form_comes_back_as_it_was(name: str, given: dict[str, Answer]) -> None:
    form = FilledForm("", "", name, "sop", "es", MappingProxyType(given))
    data = forms.as_file(form)
    assert data is not None
    found = forms.from_file(data, KNOWN)
    assert found is not None
    assert (found.name, found.kind, found.language, dict(found.answers)) == (name, "sop", "es", given)


weights = some.dictionaries(
    some.sampled_from(sorted(KNOWN.requirements)), some.floats(0, 100, allow_subnormal=False), min_size=1
)


@given(some.lists(WORDS), WORDS, some.dictionaries(WORDS, weights, min_size=1))
def test_a_comparison_comes_back_as_it_was(
    reviews: list[str], profile: str, weighed: dict[str, dict[str, float]]
) -> None:
    data = comparisons.as_file(reviews, profile, {**weighed, "looked at": {}})
    assert data is not None
    found = comparisons.from_file(data, KNOWN)
    assert found == comparisons.Compared(tuple(reviews), profile, weighed)


def test_of_a_comparison_no_impossible_weight_is_taken() -> None:
    assert comparisons.as_file(["a"], "emm", {"emm": {}}) is None
    odd = {"emm": {"SOP-07": 101.0, "SOP-08": -1.0, "GONE-01": 2.0}}
    assert comparisons.from_file(comparisons.as_file([], "emm", odd) or b"", KNOWN) is None


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"name": 1}', b"\xff\xfe", b"null"])
def test_a_broken_file_is_no_more_than_nothing(data: bytes) -> None:
    assert profiles.from_file(data, KNOWN) is None
    assert forms.from_file(data, KNOWN) is None
    assert comparisons.from_file(data, KNOWN) is None


def making(at: AppTest) -> Making:
    found: Making = at.session_state["profile-making"]
    return found


def begun(store: Path) -> AppTest:
    at = opened("profiles", store).button(key="profile-begin").click().run()
    assert not listed("", "profile")
    at.session_state["profile-making"] = after(making(at), "tick", "SOP-07", EVERY)
    at.run()
    key = next(w.key for w in at.text_input if str(w.key).startswith("profile-name en"))
    return at.text_input(key=key).set_value("Río <b>Fund").run()


def test_a_profile_outlasts_its_session(tmp_path: Path) -> None:
    at = begun(tmp_path)
    (kept,) = listed("", "profile")
    assert kept.id in at.query_params["unsaved"]
    again = opened("profiles", tmp_path, unsaved=kept.id)
    assert not again.exception
    assert making(again) == making(at)
    assert "Río <b>Fund" in [w.value for w in again.text_input]
    elsewhere = opened("profiles", tmp_path)
    assert "profile-making" not in elsewhere.session_state
    assert "Río &lt;b&gt;Fund" in tables(elsewhere)
    assert "Begun and not saved" in said(elsewhere)


def test_a_profile_that_is_saved_is_begun_no_more(tmp_path: Path) -> None:
    at = begun(tmp_path).button(key="profile-save").click().run()
    assert not at.error
    assert listed("", "profile") == ()
    assert "unsaved" not in at.query_params
    at.session_state["profile-making"] = after(making(at), "tick", "SOP-08", EVERY)
    at.run()
    (kept,) = listed("", "profile")
    again = opened("profiles", tmp_path, unsaved=kept.id)
    assert making(again) == making(at)
    again.button(key="profile-save").click().run()
    assert not again.error
    assert listed("", "profile") == ()


def test_another_profile_leaves_the_one_before_in_the_list(tmp_path: Path) -> None:
    at = begun(tmp_path)
    at.button(key="profile-begin").click().run()
    assert making(at) == Making()
    assert "Río &lt;b&gt;Fund" in tables(at)
    at.button(key="profile-undo").click().run()
    assert making(at).ticked == {"SOP-07"}
    assert len(listed("", "profile")) == 1
    assert "Begun and not saved" not in said(at)


def test_a_form_outlasts_its_session(tmp_path: Path) -> None:
    at = opened("describe", tmp_path)
    assert listed("", "form") == ()
    key = next(b.key for b in at.button_group if str(b.key).startswith("said "))
    at.button_group(key=key).set_value("yes").run()
    (kept,) = listed("", "form")
    again = opened("describe", tmp_path, unsaved=kept.id)
    assert not again.exception
    assert again.session_state["describe-form"].answers == at.session_state["describe-form"].answers
    assert "Begun and not saved" not in said(again)
    assert "Begun and not saved" in said(opened("describe", tmp_path))


def test_where_nothing_can_be_kept_the_page_says_so(tmp_path: Path) -> None:
    unsaved_folder().parent.mkdir(parents=True, exist_ok=True)
    unsaved_folder().write_text("in the way")
    at = begun(tmp_path)
    assert not at.exception
    assert "cannot be kept on this computer" in said(at)
