"""Requirements: texts in three languages; where they have claims, severity from strength and ids that fit."""

from __future__ import annotations

import csv
from collections import defaultdict

import pyoxigraph as ox
import pytest

from checker.knowledge import load
from checker.knowledge.model import Requirement, Text
from checker.knowledge.names import SH, TYPE, local
from checker.knowledge.sparql import shapes_with_sparql
from checker.places import SHAPES
from tests.shared_material import shared

LANGUAGES = {"en", "es", "fr"}
SEVERITY = {"must": SH + "Violation", "should": SH + "Warning", "may": SH + "Info"}
WITH_CLAIMS = [r for r in load().requirements.values() if r.has_claims]
CLAIM = "https://w3id.org/guidecheck/ontology#Claim"


def languages(text: Text) -> set[str]:
    return {language for language, words in text.by_language.items() if words.strip()}


def test_every_requirement_has_claims_of_which_one_asserts() -> None:
    assert len(load().requirements) == 499
    assert [r.id for r in load().requirements.values() if not any(c.role == "asserting" for c in r.claims)] == []


def test_every_provision_reaches_a_shape() -> None:
    reached = {p for r in load().requirements.values() if r.claims for p in r.provisions}
    assert len(load().provisions) == 1178
    assert set(load().provisions) - reached == set()
    assert reached - set(load().provisions) == set()


def test_ids_are_those_of_the_catalogue() -> None:
    with (shared("guidance") / "requirements.csv").open(encoding="utf-8") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert set(load().requirements) == set(rows)
    for requirement in load().requirements.values():
        row = rows[requirement.id]
        assert (requirement.theme, requirement.strength, requirement.check_type) == (
            row["theme"], row["strength"], row["check_type"],
        )  # fmt: skip
        assert set(requirement.provisions) == set(row["provisions"].split(";"))
        assert set(requirement.kinds) == set(row["kinds"].split(";"))


def test_a_shape_is_defined_in_one_file_and_belongs_to_one_requirement() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for file in SHAPES.glob("*.ttl"):
        for quad in ox.parse(path=file):
            if quad.predicate.value == TYPE and isinstance(quad.subject, ox.NamedNode):
                where[quad.subject.value].add(file.name)
    assert {local(s): files for s, files in where.items() if len(files) > 1} == {}
    owned = [c.iri for r in load().requirements.values() for c in r.claims]
    assert len(owned) == len(set(owned))
    assert set(load().index.of_type(CLAIM)) == set(owned)


def test_overlaps_are_said_of_requirements_that_exist() -> None:
    for requirement in load().requirements.values():
        assert set(requirement.related) <= set(load().requirements) - {requirement.id}


def test_what_needs_sparql_says_why() -> None:
    found = shapes_with_sparql(load().index, tuple(load().requirements.values()))
    assert [n.shape for n in found if not n.reason] == []


@pytest.mark.parametrize("requirement", load().requirements.values(), ids=lambda r: r.id)
def test_texts_stand_in_three_languages(requirement: Requirement) -> None:
    for text in (requirement.title, requirement.statement, requirement.remedy):
        assert languages(text) == LANGUAGES
    for text in (requirement.near_miss, requirement.condition):
        assert languages(text) in (set(), LANGUAGES)
    for claim in requirement.claims:
        for text in (claim.name, claim.sentence, claim.message):
            assert languages(text) == LANGUAGES, claim.id


@pytest.mark.parametrize("requirement", WITH_CLAIMS, ids=lambda r: r.id)
def test_severity_follows_strength(requirement: Requirement) -> None:
    for claim in requirement.claims:
        wanted = SEVERITY["may"] if claim.role == "optional" else SEVERITY[requirement.strength]
        assert load().index.keys(claim.iri, SH + "severity") == (wanted,), claim.id
        assert claim.id.startswith(requirement.id + "-")


@pytest.mark.parametrize("requirement", WITH_CLAIMS, ids=lambda r: r.id)
def test_a_condition_excludes_only_where_it_decides_applicability(requirement: Requirement) -> None:
    assert (requirement.condition_iri is not None) == (requirement.condition_effect == "applies")
