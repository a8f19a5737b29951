"""What does not count stays in every report, marked, and is counted apart."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from checker.baseline import write_baseline
from checker.counted import Policy, chosen_files, counted
from checker.errors import InputError
from checker.knowledge import load
from checker.report import Report
from checker.reports import render
from tests.drafts_in_reports import draft, report, row

WAIVER = """[[waiver]]
requirement = "SOP-07"
target = "a.ttl"
reason = "=cmd() <script>"
who = "A. Person"
until = 2999-01-01
"""


@pytest.fixture
def marked(tmp_path: Path) -> Report:
    """One issue waived, one known, one that counts."""
    file = str(tmp_path / "a.ttl")
    (tmp_path / "w.toml").write_text(WAIVER, "utf-8")
    write_baseline(tmp_path / "base.json", [draft(file, row("SOP-08"))])
    found = report(draft(file, row("SOP-07"), row("SOP-08"), row("SOP-09")))
    policy = Policy((tmp_path / "w.toml",), tmp_path / "base.json")
    return counted(found, policy, [tmp_path], load().requirements, load(), date(2026, 1, 1)).report


def test_only_one_of_three_counts_and_the_notes_say_so(marked: Report) -> None:
    (found,) = marked.inputs
    assert [r.counts for r in found.requirements] == [False, False, True]
    assert found.notes == (
        "Waived, so they do not count: 1 (SOP-07).", "In the baseline already, so they do not count: 1.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "waived", "known"),
    [
        ("json", '"who": "A. Person"', '"known": true'),
        ("sarif", '"suppressions"', '"baselineState": "unchanged"'),
        ("github", "::notice file=", "in the baseline"),
        ("gitlab", "waived by A. Person until 2999-01-01", "in the baseline"),
        ("junit", "waived by A. Person until 2999-01-01", "in the baseline"),
        ("markdown", "waived by A. Person until 2999-01-01", "in the baseline"),
        ("html", "Waived, so they do not count: 1", "In the baseline already"),
        ("text", "Waived, so they do not count: 1", "In the baseline already"),
    ],
)
def test_every_format_marks_them(marked: Report, name: str, waived: str, known: str) -> None:
    shown = render(marked, name, load().interface_texts("en"))
    assert waived in shown and known in shown
    assert "SOP-09" in shown


def test_levels_say_what_counts(marked: Report) -> None:
    results = json.loads(render(marked, "sarif", load().interface_texts("en")))["runs"][0]["results"]
    assert {r["ruleId"]: r["level"] for r in results} == {"SOP-07": "note", "SOP-08": "note", "SOP-09": "error"}


def test_a_file_that_is_named_stays_and_one_found_in_a_folder_goes(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).touch()
    a, b = tmp_path / "a.ttl", tmp_path / "b.ttl"
    assert chosen_files([tmp_path], [f"{tmp_path}/a.*"]) == (b,)
    assert chosen_files([a], [f"{tmp_path}/a.*"]) == (a,)
    with pytest.raises(InputError, match="every file is excluded"):
        chosen_files([tmp_path], [f"{tmp_path}/*"])
