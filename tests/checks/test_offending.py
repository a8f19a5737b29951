"""The lines of a file to look at: they hold the statement that comes near, and the draft where nothing does."""

from __future__ import annotations

from pathlib import Path

from checker.check import check
from checker.checks.pointing import Places, places_of
from checker.descriptions.forms.answers import Answer, FilledForm
from checker.descriptions.forms.questions import sections
from checker.descriptions.forms.reading import row_texts
from checker.descriptions.forms.workbook import workbook
from checker.knowledge import load
from checker.selection import requirements_for
from tests.shared_material import ROOT

FILE = ROOT / "examples" / "cases" / "georgia-job-centres.ttl"


def places(file: Path) -> Places:
    """Of the only draft in the file."""
    ((found, (places,)),) = places_of(check([file], load()).report.inputs, load())
    assert found == file
    return places


def test_lines_are_those_of_the_statement() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    found = places(FILE)["CAP-03"][0]
    assert found.why == "against"
    assert lines[found.lines.first - 1].startswith("ex:counsellor-training a ")
    assert lines[found.lines.last - 1].endswith(".")


def test_rows_of_a_form_are_those_that_leave_something_open(tmp_path: Path) -> None:
    knowledge = load()
    parts = sections(requirements_for(knowledge, knowledge.profiles["everything"], ("sop",)), "es")
    part = next(p for p in parts if len(p.questions) > 2 and not p.requirement.condition_iri)
    answers = {part.questions[0].id: Answer("yes", "", "")}
    form = tmp_path / "f.xlsx"
    filled = FilledForm("", "", "", "sop", "es", answers)
    form.write_bytes(workbook(knowledge.kinds["sop"], parts, knowledge, "es", filled))
    rows, pointed = row_texts(form), places(form)[part.requirement.id]
    shown = [rows[p.lines.first - 1] for p in pointed]
    assert {p.why for p in pointed} == {"row"}
    assert not any(part.questions[0].text in row for row in shown)
    assert all(any(q.text in row for q in part.questions[1:]) for row in shown)
