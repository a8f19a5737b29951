"""The name of a person alone at their machine: kept in their data folder, one line of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.reviews.signature import LONGEST, keep_name, kept_name, local_name, tidy


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "ana")
    return tmp_path


def test_until_it_is_asked_the_system_says_it() -> None:
    assert kept_name() == ""
    assert local_name() == "ana"


def test_a_kept_name_stands_and_can_be_forgotten(home: Path) -> None:
    keep_name("  Ana\n Pérez ")
    assert local_name() == "Ana Pérez"
    assert (home / "guidecheck" / "person.txt").read_text("utf-8") == "Ana Pérez\n"
    keep_name("")
    assert local_name() == "ana"


def test_an_account_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError("no entry")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert local_name() == "reviewer"


def test_a_broken_file_is_as_none(home: Path) -> None:
    (home / "guidecheck").mkdir()
    (home / "guidecheck" / "person.txt").write_bytes(b"\xff\xfe")
    assert local_name() == "ana"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana\u202ePérez", "AnaPérez"),
        ("\x00\x1b[31m", "[31m"),
        ("a\u200bb", "ab"),
        ("x" * 200, "x" * LONGEST),
        ("\t ", ""),
    ],
)  # fmt: skip
def test_names_are_one_line_of_seen_signs(name: str, expected: str) -> None:
    assert tidy(name) == expected
