"""The file of people: each address has a role, everyone else the role for others, and a wrong file lets nobody in."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import CallError
from checker.reviews.people import FILE, People, people, read_people

TEAM = """
ask = "Ana Pérez, ana@example.org"
hours = 8
[people]
"Ana@Example.org" = "administrator"
"ben@example.org" = "reviewer"
"""


def file(folder: Path, text: str) -> Path:
    path = folder / "people.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("others", "email", "role"),
    [
        ("", "ana@example.org", "administrator"),
        ("", " ANA@EXAMPLE.ORG ", "administrator"),
        ("", "ben@example.org", "reviewer"),
        ("", "eve@example.org", None),
        ("", "", None),
        ('others = "reader"\n', "eve@example.org", "reader"),
        ('others = "reader"\n', "ben@example.org", "reviewer"),
    ],
)  # fmt: skip
def test_roles(tmp_path: Path, others: str, email: str, role: str | None) -> None:
    known = read_people(file(tmp_path, others + TEAM))
    assert known.role_of(email) == role
    assert (known.ask, known.hours) == ("Ana Pérez, ana@example.org", 8)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("people = ", "is not TOML"),
        ('[peple]\n"a@b.c" = "reader"', "unknown key 'peple', did you mean people?"),
        ("people = 3", "gives no table"),
        ('[people]\n"a@b.c" = "admin"', "the role 'admin', which is none of reader, reviewer, administrator"),
        ('[people]\n"a@b.c" = "reviewr"', "did you mean reviewer?"),
        ('[people]\n"a@b.c" = 1', "the role '1'"),
        ('[people]\n"ana" = "reader"', "'ana', which is no e-mail address"),
        ('[people]\n"a@b.c" = "reader"\n"A@B.C" = "reviewer"', "names 'a@b.c' twice"),
        ('others = "everyone"', "the role 'everyone'"),
        ("hours = 0", "'0' as hours"),
        ("hours = true", "'True' as hours"),
        ("hours = inf", "'inf' as hours"),
        ('hours = "8"', "'8' as hours"),
    ],
)  # fmt: skip
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(CallError, match=r"people\.toml: the file of people") as told:
        read_people(file(tmp_path, text))
    assert what in told.value.line


def test_a_file_that_is_not_there_or_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="cannot be read"):
        read_people(tmp_path / "people.toml")
    (tmp_path / "people.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CallError, match="is not TOML"):
        read_people(tmp_path / "people.toml")


def test_the_file_is_read_anew_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(tmp_path, TEAM)
    monkeypatch.setenv(FILE, str(path))
    assert people().role_of("ben@example.org") == "reviewer"
    path.write_text(TEAM.replace('"reviewer"', '"reader"'), "utf-8")
    assert people().role_of("ben@example.org") == "reader"


def test_without_a_file_nobody_has_a_role(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FILE, raising=False)
    assert people() == People({})
    assert people().role_of("ana@example.org") is None
