"""Example passages: enough of them for every requirement, none twice, none taken from elsewhere."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from checker.knowledge import load
from checker.readers import read
from tests.runs import runs, words
from tests.shared_material import shared

KNOWLEDGE = load()
PASSAGES = [p for by in KNOWLEDGE.passages.values() for p in by]
WANTED = {"en": 4, "es": 2, "fr": 2}
FORMS = {"prose", "clause", "cell", "bullet", "footnote"}
NEAR_MISSES = {
    "general-remark", "definition", "background", "literature", "other-actor", "plan-to-study", "condition-never-met",
    "negation", "half", "neighbour-topic", "other-people",
}  # fmt: skip


def test_every_requirement_has_enough_in_every_language() -> None:
    have = Counter((p.requirement, p.language, p.shows) for p in PASSAGES)
    short = [
        f"{requirement} {language} {'shows' if shows else 'near'}: {have[requirement, language, shows]} of {least}"
        for requirement in KNOWLEDGE.requirements
        for language, least in WANTED.items()
        for shows in (True, False)
        if have[requirement, language, shows] < least
    ]
    assert short == []


def test_claims_are_those_of_the_requirement() -> None:
    claims = {r.id: {c.iri for c in r.claims} for r in KNOWLEDGE.requirements.values()}
    assert [p.id for p in PASSAGES if not p.claims or not set(p.claims) <= claims[p.requirement]] == []


def test_every_asserting_claim_that_is_searched_is_shown_by_a_passage() -> None:
    shown = {c for p in PASSAGES if p.shows for c in p.claims}
    searched = [c for r in KNOWLEDGE.requirements.values() for c in r.claims if c.role == "asserting"]
    assert [c.id for c in searched if c.iri in KNOWLEDGE.signs and c.iri not in shown] == []


def test_forms_and_kinds_of_near_miss_are_known() -> None:
    assert {p.form for p in PASSAGES if p.shows} <= FORMS
    assert {p.form for p in PASSAGES if not p.shows} <= NEAR_MISSES


def test_none_is_there_twice() -> None:
    counted = Counter(" ".join(words(p.text)) for p in PASSAGES)
    assert [text for text, n in counted.items() if n > 1] == []


def test_none_is_taken_from_the_guidance() -> None:
    taken = set[str]()
    for file in shared("guidance", "sources").glob("*.txt"):
        taken |= runs(file.read_text(encoding="utf-8", errors="replace"))
    assert [p.id for p in PASSAGES if runs(p.text) & taken] == []


def test_none_is_taken_from_the_development_drafts() -> None:
    folder = shared("drafts", "dev")
    taken = set[str]()
    for row in csv.DictReader((folder / "INDEX.csv").open(encoding="utf-8")):
        taken |= runs(read(folder / f"{row['name']}.{row['format']}").text)
    assert [p.id for p in PASSAGES if runs(p.text) & taken] == []


@pytest.mark.parametrize("language", WANTED)
def test_a_passage_is_a_passage(language: str) -> None:
    lengths = [len(words(p.text)) for p in PASSAGES if p.language == language]
    assert min(lengths) >= 4
    assert max(lengths) <= 160
