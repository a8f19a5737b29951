"""Texts that share the words of drafts and are none: next to nothing in them is met, and the report says what they are.

``drafts_in_passing`` holds drafts that mention assets, prison, displacement, minutes or calls, and stay drafts.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.check import check
from checker.knowledge import load
from checker.report import InputReport
from tests.shared_material import ROOT, shared

HERE = Path(__file__).parent
FRIENDS = HERE / "false_friends"
ROWS = list(csv.DictReader((FRIENDS / "expected.csv").open(encoding="utf-8")))
DRAFTS = (
    *sorted((HERE / "drafts_in_passing").glob("*.md")),
    *sorted((HERE / "brief_and_full").glob("*.md")),
    *sorted(f for f in (ROOT / "examples" / "drafts").iterdir() if f.suffix in {".docx", ".pdf"}),
)
MOST_MET = 0.02


def checked(file: Path) -> InputReport:
    outcome = check([file], load())
    assert outcome.errors == ()
    return outcome.report.inputs[0]


def share_met(report: InputReport) -> float:
    return sum(r.verdict == "met" for r in report.requirements) / len(report.requirements)


def notes_of(what: str, language: str) -> str:
    label = next(t.label for t in load().other_texts if t.id == what)
    return load().interface_texts(language)["note-not-a-draft"].format(what=label.in_(language))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: Path(row["file"]).stem)
def test_next_to_nothing_is_met_and_the_report_says_what_it_is(row: dict[str, str]) -> None:
    report = checked(FRIENDS / row["file"])
    assert notes_of(row["what"], row["language"]) in report.warnings
    assert share_met(report) <= MOST_MET


def test_the_guidance_itself_is_no_draft() -> None:
    for source in sorted(shared("guidance", "sources").iterdir()):
        report = checked(source)
        assert notes_of("guidance-text", report.language) in report.warnings, source.name
        assert share_met(report) <= MOST_MET, source.name


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.stem)
def test_a_draft_stays_a_draft(draft: Path) -> None:
    report = checked(draft)
    others = {notes_of(text.id, report.language) for text in load().other_texts}
    assert others.isdisjoint(report.warnings)


def test_every_false_friend_is_listed() -> None:
    assert {row["file"] for row in ROWS} == {f.name for f in FRIENDS.glob("*.md")}
