"""A donor's own profile: what it inherits, drops, adds, weighs; and what is said where it is wrong."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.errors import CallError, InputError
from checker.knowledge import load
from checker.profiles import profile_of
from checker.selection import files_of, requirements_for

HERE = Path(__file__).parent
EXAMPLE = str(HERE.parents[1] / "examples/profiles/river-fund.ttl")
WRONG = list(csv.DictReader((HERE / "wrong.csv").open(encoding="utf-8")))
KNOWLEDGE = load()


def ids(theme: str) -> set[str]:
    return {r.id for r in KNOWLEDGE.requirements.values() if r.theme == theme}


def test_a_profile_inherits_drops_and_adds() -> None:
    profile, base = profile_of(EXAMPLE, KNOWLEDGE), KNOWLEDGE.profiles["integrated-approach"].requirements
    assert profile.id == "river-fund"
    assert profile.requirements == (base - ids("diaspora") - {"IND-16"}) | ids("monitoring") | {"SOP-07"}
    assert "IND-16" in base, "dropping it shows something"


def test_what_is_said_of_one_requirement_stands_over_what_is_said_of_its_theme(tmp_path: Path) -> None:
    text = Path(EXAMPLE).read_text("utf-8").replace("[ gc:ofRequirement gcr:SOP-07", "[ gc:ofRequirement gcr:MON-01")
    file = tmp_path / "own.ttl"
    file.write_text(text, "utf-8")
    profile = profile_of(str(file), KNOWLEDGE)
    assert (profile.weight("MON-01"), profile.weight("MON-02"), profile.weight("IND-01")) == (5.0, 2.0, 1.0)


def test_strength_and_weight_reach_the_requirements() -> None:
    found = {r.id: r for r in requirements_for(KNOWLEDGE, profile_of(EXAMPLE, KNOWLEDGE), tuple(KNOWLEDGE.kinds))}
    assert (found["SOP-07"].strength, found["SOP-07"].weight) == ("must", 5.0)
    assert KNOWLEDGE.requirements["SOP-07"].strength == "should", "the profile changes something"


def test_a_profile_may_inherit_from_another_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        Path(EXAMPLE).read_text("utf-8")
        + '<urn:river-fund:small> a prof:Profile ; prof:hasToken "small" ; '
        + "prof:isProfileOf <urn:river-fund:profile> ; gc:drops gc:monitoring-theme .",
        "utf-8",
    )
    small, whole = profile_of(str(file), KNOWLEDGE), profile_of(EXAMPLE, KNOWLEDGE)
    assert small.id == "small"
    assert small.requirements == whole.requirements - ids("monitoring")
    assert small.weight("SOP-07") == 5.0


@pytest.mark.parametrize("row", WRONG, ids=[r["name"] for r in WRONG])
def test_a_wrong_profile_is_told_with_its_line(row: dict[str, str]) -> None:
    file = HERE / "wrong" / f"{row['name'].replace(' ', '-')}.ttl"
    with pytest.raises(InputError) as error:
        profile_of(str(file), KNOWLEDGE)
    assert row["says"] in error.value.line
    assert error.value.line.startswith(f"{file.name}:{row['line']}:" if row["line"] else f"{file.name}: ")
    assert "\n" not in error.value.line


def test_an_unknown_name_and_a_missing_file_are_told() -> None:
    with pytest.raises(CallError, match="did you mean emm"):
        profile_of("emn", KNOWLEDGE)
    with pytest.raises(InputError, match="cannot be read"):
        profile_of("nowhere/donor.ttl", KNOWLEDGE)
    with pytest.raises(InputError, match="a profile is an RDF file"):
        profile_of("donors/river.docx", KNOWLEDGE)


def test_every_wrong_file_is_in_the_table() -> None:
    assert {f.stem for f in (HERE / "wrong").iterdir()} == {r["name"].replace(" ", "-") for r in WRONG}


def test_a_profile_in_a_folder_of_drafts_is_passed_over() -> None:
    assert files_of([HERE.parents[1] / "examples" / "profiles" / ".." / "cases"])
    assert not [f for f in files_of([HERE.parents[1] / "examples"]) if f.parent.name == "profiles"]


def test_what_names_profiles_only_far_below_its_head_is_a_draft(tmp_path: Path) -> None:
    draft = tmp_path / "long.ttl"
    draft.write_text("#" * 70_000 + "\n# http://www.w3.org/ns/dx/prof/", "utf-8")
    assert files_of([tmp_path]) == (draft,)


def test_an_unreadable_file_in_a_folder_is_left_to_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked.ttl").write_text("", "utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("no access")

    monkeypatch.setattr(Path, "open", refuse)
    assert files_of([tmp_path]) == (tmp_path / "locked.ttl",)
