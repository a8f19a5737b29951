"""A form is written, filled in as a person would, and read back; a skeleton is Turtle, with and without its marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyoxigraph as ox
import pytest

from checker.check import check
from checker.errors import CallError
from checker.knowledge import load
from checker.new import write_start
from checker.report import InputReport

KNOWLEDGE = load()
LANGUAGES = ("en", "es", "fr")
WORDS = {"en": ("Yes", "No"), "es": ("Sí", "No"), "fr": ("Oui", "Non")}
Fill = Callable[[str], tuple[str, str] | None]


def filled(
    folder: Path, kind: str, language: str, fill: Fill, *, name: str = "Plan del norte", **options: object
) -> Path:
    """A form with answers: ``fill`` gives answer and wording for a question's id, or None to leave it open."""
    file = folder / "form.xlsx"
    write_start(file, kind, KNOWLEDGE, language=language, **options)  # type: ignore[arg-type]
    book = openpyxl.load_workbook(file)
    start, asked = book.worksheets[:2]
    start["B4"] = name
    for row in range(2, asked.max_row + 1):
        question = str(asked.cell(row, 1).value or "")
        is_question = question.count("-") > 1 or question.endswith("?applies")
        if is_question and (said := fill(question)) is not None:
            asked.cell(row, 3).value, asked.cell(row, 4).value = said
            asked.cell(row, 5).value = "p. 4"
    book.save(file)
    return file


def checked(file: Path) -> InputReport:
    outcome = check([file], KNOWLEDGE)
    assert outcome.errors == ()
    (found,) = outcome.report.inputs
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_form_states_nothing(tmp_path: Path, language: str) -> None:
    found = checked(filled(tmp_path, "sop", language, lambda question: None))
    assert (found.kind, found.language, found.name) == ("sop", language, "Plan del norte")
    assert {r.verdict for r in found.requirements} == {"not-stated", "not-applicable"}
    assert len(found.notes) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_to_everything_meets_everything_that_needs_no_wording(tmp_path: Path, language: str) -> None:
    yes = WORDS[language][0]
    found = checked(filled(tmp_path, "sop", language, lambda question: (yes, "")))
    assert {r.verdict for r in found.requirements} == {"met"}


def test_one_answer_is_partly_met_and_its_words_are_the_evidence(tmp_path: Path) -> None:
    quote = "La gestora del caso pide el consentimiento."
    file = filled(tmp_path, "sop", "es", lambda q: ("sí", quote) if q == "SOP-07-requester" else None)
    (row,) = [r for r in checked(file).requirements if r.id == "SOP-07"]
    assert row.verdict == "partly-met"
    assert [(e.quote, e.heading, e.claims) for e in row.evidence] == [(quote, ("p. 4",), ("SOP-07-requester",))]


def test_a_no_to_what_must_never_be_is_not_met(tmp_path: Path) -> None:
    (rule,) = [c for c in KNOWLEDGE.requirements["SUS-11"].claims if c.breaks]
    kind = KNOWLEDGE.requirements["SUS-11"].kinds[0]
    file = filled(tmp_path, kind, "en", lambda q: ("No", "") if q == rule.id else None)
    assert [r.verdict for r in checked(file).requirements if r.id == "SUS-11"] == ["not-met"]


def test_what_does_not_concern_one_is_not_applicable(tmp_path: Path) -> None:
    file = filled(tmp_path, "sop", "en", lambda q: ("No", "") if q == "SOP-09?applies" else None)
    assert [r.verdict for r in checked(file).requirements if r.id == "SOP-09"] == ["not-applicable"]


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [
        ("To reduce the share of returnees without work", "met"),
        ("To reduce the share of returnees without work\nWorkshops for returnees", "partly-met"),
        ("Workshops for returnees", "not-stated"),
    ],
)
def test_wording_is_judged_by_its_shape_and_not_by_the_yes(tmp_path: Path, wording: str, verdict: str) -> None:
    file = filled(tmp_path, "national-policy", "en", lambda q: ("Yes", wording) if q.startswith("POL-03-") else None)
    assert [r.verdict for r in checked(file).requirements if r.id == "POL-03"] == [verdict]


def test_an_answer_that_is_neither_is_told_with_its_cell(tmp_path: Path) -> None:
    file = filled(tmp_path, "sop", "en", lambda q: ("perhaps", "") if q == "SOP-07-requester" else None)
    (error,) = check([file], KNOWLEDGE).errors
    assert re.match(r"form\.xlsx, Questions, cell C\d+: 'perhaps' is neither yes nor no", error.line)


def test_any_other_workbook_is_told(tmp_path: Path) -> None:
    file = tmp_path / "budget.xlsx"
    openpyxl.Workbook().save(file)
    (error,) = check([file], KNOWLEDGE).errors
    assert "no guidecheck form" in error.line
    file.write_bytes(b"PK\x03\x04 not a package")
    (error,) = check([file], KNOWLEDGE).errors
    assert error.line.startswith("budget.xlsx: ")


def test_answers_to_questions_of_another_time_are_told(tmp_path: Path) -> None:
    file = filled(tmp_path, "sop", "en", lambda q: ("Yes", ""))
    book = openpyxl.load_workbook(file)
    book.worksheets[1]["A4"] = "SOP-99-gone"
    book.save(file)
    (note,) = [n for n in checked(file).notes if "SOP-99-gone" in n]
    assert note.startswith("1 answers")


@pytest.mark.parametrize("kind", KNOWLEDGE.kinds)
def test_a_skeleton_is_turtle_as_it_is_and_with_all_marks_taken_away(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "draft.ttl"
    write_start(file, kind, KNOWLEDGE, language="fr")
    text = file.read_text("utf-8")
    assert checked(file).kind == kind
    bare = "\n".join(line.removeprefix("#") if line.startswith("#   ") else line for line in text.splitlines())
    file.write_text(bare, "utf-8")
    assert len(list(ox.parse(path=file))) > len(list(ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)))
    asserting = {c.id for r in KNOWLEDGE.requirements.values() for c in r.claims if c.role != "universal"}
    holds = [c.holds for r in checked(file).requirements for c in r.claims if c.id in asserting]
    assert sum(holds) / len(holds) > 0.95, "what the skeleton offers is what the claims ask for"


def test_a_profile_and_a_theme_make_the_form_shorter(tmp_path: Path) -> None:
    whole = write_start(tmp_path / "a.xlsx", "sop", KNOWLEDGE)
    less = write_start(tmp_path / "b.xlsx", "sop", KNOWLEDGE, profile="handbook-m4", themes=("sop-and-data",))
    assert 0 < less.questions < whole.questions


WRONG = [
    ("sopp", "x.xlsx", {}, "did you mean sop"),
    ("sop", "x.docx", {}, "name it .xlsx or .ttl"),
    ("sop", "x.xlsx", {"themes": ("sops-and-data",)}, "did you mean sop-and-data"),
    ("sop", "x.xlsx", {"themes": ("diaspora",)}, "nothing is asked"),
    ("sop", "none/x.xlsx", {}, "cannot be written"),
]


@pytest.mark.parametrize(("kind", "name", "options", "said"), WRONG, ids=[w[3] for w in WRONG])
def test_what_cannot_be_written_is_told(tmp_path: Path, kind: str, name: str, options: dict, said: str) -> None:
    with pytest.raises(CallError, match=re.escape(said)):
        write_start(tmp_path / name, kind, KNOWLEDGE, **options)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_text("my answers")
    with pytest.raises(CallError, match="there already"):
        write_start(file, "sop", KNOWLEDGE)
    assert file.read_text() == "my answers"
