"""An IATI file to reports: why each activity is there, what its elements state and its texts say, with lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.check import Options, Outcome, check
from checker.knowledge import load
from checker.report import InputReport, RequirementOutcome
from tests.descriptions.iati.making import activity, written
from tests.shared_material import ROOT

EXAMPLE = ROOT / "examples" / "iati" / "reintegration-activities.xml"
RETURN = "<title><narrative>Voluntary return</narrative></title>"


def checked(*files: Path, **options: object) -> Outcome:
    return check(files, load(), Options(profile="rcm-guide", **options))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def report() -> InputReport:
    outcome = checked(EXAMPLE)
    assert outcome.errors == ()
    (found,) = outcome.report.inputs
    return found


def row(report: InputReport, requirement: str) -> RequirementOutcome:
    return next(r for r in report.requirements if r.id == requirement)


def test_the_report_is_about_the_activity(report: InputReport) -> None:
    assert report.name == "Home ground: reintegration of returning migrants in the Volta basin"
    assert (report.kind, report.language, report.pages) == ("programme", "en", None)
    told = " ".join(report.notes)
    assert "XX-EXAMPLE-0001-RIVER, from line 4" in told
    assert "line 10" in told
    assert "1 of the file's 2 activities" in told


def test_every_passage_and_statement_has_its_line(report: InputReport) -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    passages = [p for r in report.requirements for p in r.evidence]
    assert len(passages) > 100
    for passage in passages:
        assert passage.line is not None
        assert (passage.page, passage.start, passage.end) == (None, None, None)
        if passage.heading:
            assert passage.quote.split(".")[0][:60] in lines[passage.line - 1]
        else:
            assert lines[passage.line - 1].lstrip().startswith("<")


def test_texts_of_all_languages_are_searched(report: InputReport) -> None:
    lines = {p.line for r in report.requirements for p in r.evidence}
    assert {18, 23, 24} <= lines


def test_elements_are_taken_at_their_word(report: InputReport) -> None:
    """A goal in figures, with its period: the file's elements say so, whatever its texts do."""
    for requirement in ("POL-07", "POL-08"):
        found = row(report, requirement)
        assert (found.verdict, found.confidence, found.needs_review) == ("met", 1.0, False)
        assert found.evidence[0].line == 91


def test_what_only_texts_say_is_for_a_person_to_look_at(report: InputReport) -> None:
    by_text = [r for r in report.requirements if r.verdict in ("met", "partly-met") and r.confidence < 1]
    assert by_text
    assert all(r.needs_review for r in by_text if r.confidence < 0.95)


def test_a_condition_that_nobody_states_makes_nothing_met(report: InputReport) -> None:
    conditional = [r for r in report.requirements if r.applies is not None and not r.applies.holds]
    assert conditional
    assert {r.verdict for r in conditional} == {"not-applicable"}


def test_a_person_may_say_that_a_condition_does_not_hold() -> None:
    outcome = checked(EXAMPLE, conditions={"POP-11": False})
    assert row(outcome.report.inputs[0], "POP-11").verdict == "not-applicable"


def test_all_activities_can_be_asked_for(tmp_path: Path) -> None:
    outcome = checked(EXAMPLE, all_activities=True)
    assert [i.name for i in outcome.report.inputs][1] == "Wells for dry villages"
    assert "asked for" in " ".join(outcome.report.inputs[1].notes)


ERRORS = [
    ("nothing about return", activity("<title><narrative>Wells</narrative></title>"), "none of its 1 activities"),
    ("nothing at all", "", "holds no activity"),
    ("a break", "<iati-activity>", "not well-formed"),
]


@pytest.mark.parametrize(("content", "said"), [e[1:] for e in ERRORS], ids=[e[0] for e in ERRORS])
def test_errors_are_one_line(content: str, said: str, tmp_path: Path) -> None:
    outcome = checked(written(tmp_path, content))
    (error,) = outcome.errors
    assert said in error.line
    assert outcome.report.inputs == ()


def test_another_kind_makes_no_sense() -> None:
    (error,) = checked(EXAMPLE, kind="sop").errors
    assert "--kind" in error.line


def test_departures_from_the_schema_are_notes_with_lines(tmp_path: Path) -> None:
    many = "".join(f"\n<well{n}/>" for n in range(3))
    outcome = checked(written(tmp_path, activity(RETURN + many), activity("<well/>", "A-2")))
    told = " ".join(outcome.report.inputs[0].notes)
    assert "Line 5 departs from the IATI schema" in told
    assert "in activities not checked: 1, the first at line 12" in told


def test_an_activity_that_comes_twice_is_judged_twice_on_its_own(tmp_path: Path) -> None:
    goal = "<result><indicator><period><target value='3'/></period></indicator></result>"
    file = written(tmp_path, activity(RETURN + goal), activity(RETURN))
    first, second = checked(file).report.inputs
    assert row(first, "POL-07").verdict == "met"
    assert row(second, "POL-07").verdict != "met"


def test_what_is_in_no_language_that_is_read_is_said(tmp_path: Path) -> None:
    arabic = '<description><narrative xml:lang="ar">عودة المهاجرين</narrative></description>'
    outcome = checked(written(tmp_path, activity(RETURN + arabic)))
    assert "other languages" in " ".join(outcome.report.inputs[0].notes)


def test_an_activity_without_any_text_is_judged_by_its_elements(tmp_path: Path) -> None:
    (found,) = checked(written(tmp_path, activity('<sector code="93015"/>'))).report.inputs
    assert {r.verdict for r in found.requirements} <= {"not-stated", "not-applicable"}
    assert all(r.needs_review for r in found.requirements)


def test_what_an_activity_does_not_state_points_to_the_activity(tmp_path: Path) -> None:
    wordless = [activity('<activity-status code="2"/>', name) for name in ("A-1", "A-2")]
    outcome = checked(written(tmp_path, wordless[0], "  " + wordless[1]), all_activities=True)
    one, two = outcome.report.inputs
    assert (one.node, two.node) == ("urn:guidecheck:iati:A-1", "urn:guidecheck:iati:A-2")
    silent = [r for r in two.requirements if r.verdict == "not-stated" and not r.evidence]
    assert silent
    assert {(p.why, p.node, p.line, p.column) for r in silent for p in r.places} == {("draft", two.node, 7, 3)}
    assert not any(r.places for r in two.requirements if r.verdict == "met")


def test_requirements_for_other_kinds_are_told_as_of_rdf(tmp_path: Path) -> None:
    (report,) = check([written(tmp_path, activity(RETURN))], load(), Options()).report.inputs
    assert "SOP-07" in report.unmatched_shapes
    assert not {r.id for r in report.requirements} & set(report.unmatched_shapes)
