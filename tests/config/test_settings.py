"""Settings: found upward, wrong ones told with their line, each with where it comes from."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from checker.config import SETTINGS, config_file, effective
from checker.config.showing import as_toml
from checker.errors import CallError, GuidecheckError, InputError

WRONG = Path(__file__).with_name("wrong.csv")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder for data, which is the current folder."""
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    data = tmp_path / "repo" / "data"
    data.mkdir()
    for key in SETTINGS:
        monkeypatch.delenv(key.variable, raising=False)
    monkeypatch.chdir(data)
    return tmp_path / "repo"


def values(start: Path) -> dict[str, tuple[object, str]]:
    return {s.key.name: (s.value, s.source) for s in effective(config_file([start]))}


@pytest.mark.parametrize("case", list(csv.DictReader(WRONG.read_text("utf-8").splitlines(), delimiter=";")))
def test_what_is_wrong_is_said_with_line_and_nearest_name(repository: Path, case: dict[str, str]) -> None:
    (repository / "guidecheck.toml").write_text(case["text"].replace("\\n", "\n"), "utf-8")
    with pytest.raises(InputError) as raised:
        values(repository / "data")
    assert raised.value.line.startswith(case["said"])


def test_the_nearest_file_counts_and_none_above_the_repository(repository: Path) -> None:
    (repository.parent / "guidecheck.toml").write_text('profile = "rcm-guide"', "utf-8")
    assert values(repository / "data")["profile"] == ("everything", "default")
    (repository / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.guidecheck]\nkind = "sop"\n', "utf-8")
    assert values(repository / "data" / "a.ttl")["kind"] == ("sop", "pyproject.toml:4")
    (repository / "guidecheck.toml").write_text('fail-on = "should"', "utf-8")
    found = values(repository / "data")
    assert (found["fail-on"], found["kind"]) == (("should", "guidecheck.toml:1"), ("", "default"))


def test_another_projects_broken_file_is_passed_over(repository: Path) -> None:
    (repository / "pyproject.toml").write_text("[project\n", "utf-8")
    assert values(repository / "data")["profile"] == ("everything", "default")
    (repository / "pyproject.toml").write_text("[tool.guidecheck]\nprofile = \n", "utf-8")
    with pytest.raises(InputError, match=r"pyproject\.toml:2"):
        values(repository / "data")


def test_paths_count_from_the_folder_of_the_file(repository: Path) -> None:
    (repository / "own.ttl").write_text("", "utf-8")
    text = (
        'paths = ["data", "more"]\nexclude = ["old", "data/x"]\n'
        'profile = "own.ttl"\nformats = ["text", "sarif:out/r.sarif"]\n'
    )
    (repository / "guidecheck.toml").write_text(text, "utf-8")
    found = values(repository / "data")
    assert found["paths"][0] == (".", str(repository / "more"))
    assert found["exclude"][0] == (f"{repository.as_posix()}/**/old", f"{repository.as_posix()}/data/x")
    assert found["profile"][0] == str(repository / "own.ttl")
    assert found["formats"][0] == ("text", f"sarif:{repository / 'out' / 'r.sarif'}")


def test_the_environment_comes_before_the_file(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "guidecheck.toml").write_text('profile = "rcm-guide"\nstrict = true', "utf-8")
    monkeypatch.setenv("GUIDECHECK_PROFILE", "handbook-m4")
    monkeypatch.setenv("GUIDECHECK_EXCLUDE", "old 'two words'")
    monkeypatch.setenv("GUIDECHECK_STRICT", "0")
    found = values(repository)
    assert found["profile"] == ("handbook-m4", "GUIDECHECK_PROFILE")
    assert found["exclude"] == (("old", "two words"), "GUIDECHECK_EXCLUDE")
    assert found["strict"] == (False, "GUIDECHECK_STRICT")


@pytest.mark.parametrize(
    ("name", "value"), [("PROFILE", "handbok"), ("STRICT", "maybe"), ("EXCLUDE", "'open"), ("FAIL_ON", "all")]
)
def test_a_wrong_variable_is_named(repository: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"GUIDECHECK_{name}", value)
    with pytest.raises(GuidecheckError, match=f"^GUIDECHECK_{name}: "):
        values(repository)


def test_files_under_different_settings_are_not_checked_together(repository: Path) -> None:
    (repository / "guidecheck.toml").write_text("", "utf-8")
    (repository / "data" / "guidecheck.toml").write_text("", "utf-8")
    with pytest.raises(CallError, match="different settings"):
        config_file([repository / "a.ttl", repository / "data" / "b.ttl"])


def test_what_is_shown_is_toml_that_says_the_same(repository: Path) -> None:
    (repository / "guidecheck.toml").write_text('exclude = ["a\\"b", "\\u202e\\u007f"]\nfail-on = "may"', "utf-8")
    shown = as_toml(effective(config_file([repository])))
    assert "\u202e" not in shown
    assert "# guidecheck.toml:2" in shown
    assert tomllib.loads(shown)["exclude"][1].endswith("\u202e\x7f")


def test_a_pattern_is_shown_as_it_is_written_in_the_current_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "guidecheck.toml").write_text('exclude = ["old", "data/x", "../b"]', "utf-8")
    monkeypatch.chdir(repository)
    shown = tomllib.loads(as_toml(effective(config_file([repository]))))["exclude"]
    assert shown == ["**/old", "data/x", f"{repository.parent.as_posix()}/b"]
    monkeypatch.chdir(repository / "data")
    shown = tomllib.loads(as_toml(effective(config_file([repository]))))["exclude"]
    assert shown[:2] == [f"{repository.as_posix()}/**/old", f"{repository.as_posix()}/data/x"]
