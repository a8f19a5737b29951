"""Requirements: texts in three languages; where they have claims, severity from strength and ids that fit."""

from __future__ import annotations

import pytest

from checker.knowledge import load
from checker.knowledge.model import Requirement, Text
from checker.knowledge.names import SH

LANGUAGES = {"en", "es", "fr"}
SEVERITY = {"must": SH + "Violation", "should": SH + "Warning", "may": SH + "Info"}
WITH_CLAIMS = [r for r in load().requirements.values() if r.has_claims]
CHECKED_THEMES = {"sop-and-data": 21, "coordination": 26, "dimensions": 25}


def languages(text: Text) -> set[str]:
    return {language for language, words in text.by_language.items() if words.strip()}


def test_three_themes_are_whole() -> None:
    for theme, count in CHECKED_THEMES.items():
        assert sum(r.theme == theme and r.has_claims for r in load().requirements.values()) == count


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
