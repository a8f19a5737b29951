"""An activity becomes statements in the words of the ontology, and each leads back to its line."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.descriptions.iati.activity import Activity, described
from checker.descriptions.iati.element import parse
from checker.descriptions.iati.lines import with_lines
from checker.descriptions.iati.stream import read_pieces
from checker.knowledge import load
from checker.knowledge.names import GC, RDFS, TYPE, local
from tests.descriptions.iati.making import activity, written
from tests.shared_material import ROOT, shared

EXAMPLE = ROOT / "examples" / "iati" / "reintegration-activities.xml"


def activities(file: Path) -> Iterator[Activity]:
    for piece in read_pieces(file):
        yield described(parse(piece, file.name), load().iati)


def said(found: Activity) -> set[tuple[str, str, str, int]]:
    """Statements with things by their class, and without namespaces."""
    classes = {t.subject: local(t.object.value) for t in reversed(found.triples) if t.predicate.value == TYPE}
    return {
        (classes[t.subject], local(t.predicate.value), classes.get(t.object) or value(t.object), line)
        for t, line in found.statements.items()
    }


NAMES = {n for by in load().iati.lists.values() for name in by.names.values() for n in name.by_language.values()}


def value(term: ox.NamedNode | ox.Literal) -> str:
    return local(term.value) if isinstance(term, ox.NamedNode) else term.value


STATEMENTS = [
    ("Programme", "fundedBy", "Donor", 33),
    ("FundingSource", "fundedBy", "Donor", 33),
    ("FundingSource", "paysForMeasure", "Programme", 4),
    ("Programme", "hasResponsibleActor", "OrganizationActor", 36),
    ("Programme", "performedBy", "ImplementingPartner", 40),
    ("ImplementingPartner", "type", "LocalAuthority", 43),
    ("OrganizationActor", "label", "Ministère du Travail", 38),
    ("Programme", "hasStatus", "existing-status", 46),
    ("Programme", "hasStart", "2026-02-01", 48),
    ("Programme", "hasEnd", "2028-12-31", 49),
    ("DraftPeriod", "hasFirstYear", "2026", 47),
    ("DraftPeriod", "hasLastYear", "2028", 49),
    ("ParticipatingCountry", "label", "Ghana", 50),
    ("Programme", "coversTerritory", "Location", 51),
    ("Location", "label", "Lower Volta", 53),
    ("Programme", "hasSector", "labour", 59),
    ("FocusDeclaration", "declaresFocus", "gender-focus", 62),
    ("Programme", "targetsPopulation", "persons-with-disabilities", 63),
    ("Budget", "label", "400000 EUR", 67),
    ("Budget", "label", "350000 EUR", 72),
    ("Budget", "hasTimeFrame", "2027-01-01/2027-12-31", 70),
    ("Objective", "hasObjectiveType", "specific-objective", 74),
    ("Objective", "hasGoal", "Goal", 91),
    ("Indicator", "measures", "Objective", 79),
    ("Indicator", "measures", "ExpectedResult", 104),
    ("Indicator", "hasUnit", "Percentage", 79),
    ("Indicator", "hasBaseline", "Baseline", 83),
    ("Indicator", "disaggregatedBy", "sex-breakdown", 92),
    ("Baseline", "label", "22", 83),
    ("Baseline", "hasDate", "2025-11-30", 83),
    ("Goal", "quantifies", "Indicator", 91),
    ("Goal", "hasTargetValue", "60", 91),
    ("Goal", "hasEnd", "2028-12-31", 90),
    ("TargetPopulation", "type", "TargetPopulation", 30),
]


@pytest.fixture(scope="module")
def example() -> Activity:
    return next(activities(EXAMPLE))


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: " ".join(map(str, s[:3])))
def test_the_example_states(statement: tuple[str, str, str, int], example: Activity) -> None:
    assert statement in said(example)


def test_the_draft_is_a_programme_in_its_language_with_all_titles(example: Activity) -> None:
    assert (example.identifier, example.line) == ("XX-EXAMPLE-0001-RIVER", 4)
    assert (example.description.kind, example.description.language) == ("programme", "en")
    titles = {
        t.object.language: line
        for t, line in example.statements.items()
        if t.subject.value == example.description.draft and t.predicate.value == RDFS + "label"
    }
    assert titles == {"en": 10, "fr": 11, "es": 12}


def files() -> list[Path]:
    return [EXAMPLE, shared("data", "iati", "activities", "unhcr-2023-return-subset-25.xml")]


@pytest.mark.parametrize("number", [0, 1], ids=["example", "real"])
def test_every_word_leads_back_to_its_line(number: int) -> None:
    """What a statement says in words stands in the file from its line on; what it says of a code on that very line."""
    file = files()[number]
    lines = file.read_text("utf-8").split("\n")
    count = 0
    for found in activities(file):
        for triple, line in found.statements.items():
            if isinstance(triple.object, ox.Literal) and triple.predicate.value != GC + "hasUnit":
                words = triple.object.value.split()
                there = unescape(" ".join(" ".join(lines[line - 1 : line + 20]).split()))
                first = words[0].split("/")[0]
                named = triple.object.value in NAMES
                assert first in there or named, (triple, line)
                assert named or len(words) < 4 or " ".join(words) in there, (triple, line)
                count += 1
    assert count > 50


def test_lines_move_and_names_stay(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8")
    moved = tmp_path / "moved.xml"
    moved.write_text(text.replace("<description", "\n\n<description"), "utf-8")
    for before, after in zip(activities(EXAMPLE), activities(moved), strict=True):
        assert before.triples == after.triples
        assert [*before.statements.values()] != [*after.statements.values()] or before.identifier.endswith("WELLS")


def test_one_organisation_in_two_roles_is_one_actor(tmp_path: Path) -> None:
    inside = "".join(
        f'<participating-org role="{role}" ref="GB-1" type="21"><narrative>Aid</narrative></participating-org>'
        for role in "14"
    )
    (found,) = activities(written(tmp_path, activity(inside)))
    actors = {t.object for t in found.triples if local(t.predicate.value) in ("fundedBy", "performedBy")}
    assert len(actors) == 1


def test_marks_that_nothing_is_meant_state_nothing(tmp_path: Path) -> None:
    inside = '<policy-marker code="1" significance="0"/><policy-marker code="1"/><sector vocabulary="99" code="11110"/>'
    (found,) = activities(written(tmp_path, activity(inside)))
    assert {"declaresFocus", "hasSector"} & {local(t.predicate.value) for t in found.triples} == set()


@pytest.mark.parametrize("language", ["e>n", "x" * 9, "12", "-"])
def test_a_language_that_is_none_is_left_out(language: str, tmp_path: Path) -> None:
    inside = "<title><narrative>Home</narrative></title>"
    (found,) = activities(written(tmp_path, activity(inside, attributes=f'xml:lang="{language}"')))
    labels = [t.object for t in found.triples if t.predicate.value == RDFS + "label"]
    assert {label.language for label in labels} == {None}


def test_an_activity_without_identifier_is_known_by_its_line(tmp_path: Path) -> None:
    (found,) = activities(written(tmp_path, activity(identifier="")))
    assert found.description.draft == "urn:guidecheck:iati:line-3"


def test_lines_can_be_written_as_rdf(example: Activity) -> None:
    written_out = ox.Store()
    written_out.extend(ox.Quad(t.subject, t.predicate, t.object) for t in with_lines(example, "a file.xml"))
    found = written_out.query(
        """PREFIX gc: <https://w3id.org/guidecheck/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?line WHERE { ?baseline a gc:Baseline ; gc:hasEvidence/oa:hasTarget ?selector .
          ?selector <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?line }"""
    )
    assert [row[0].value for row in found] == ["line=82,83"]
