"""A document in two languages: each passage counts with what was found in its own."""

from __future__ import annotations

import pytest

from checker.evidence import DraftEvidence, read_both, read_draft
from checker.knowledge import load
from checker.selection import requirements_for
from tests.evidence.documents import document

KNOWLEDGE = load()
REQUIREMENTS = requirements_for(KNOWLEDGE, KNOWLEDGE.profiles["everything"], ("sop",))
MIXED = document(
    "# Procedimiento de reintegración",
    "El comité nacional se reúne cada trimestre y publica sus decisiones.",
    "## Annex. Consent",
    "The case manager asks the person for informed consent before the file is sent to a partner.",
)
ANNEX = frozenset((2, 3))


def read(language: str) -> DraftEvidence:
    return read_draft(MIXED, KNOWLEDGE, language=language, kind="sop", requirements=REQUIREMENTS)


@pytest.fixture(scope="module")
def both() -> DraftEvidence:
    return read_both(read, "es", "en", ANNEX)


def places(evidence: DraftEvidence) -> set[tuple[str, int]]:
    return {(claim, s.unit.passage.block) for claim, found in evidence.supports.items() for s in found}


def test_supports_are_those_of_each_passage_in_its_own_language(both):
    spanish = {(claim, block) for claim, block in places(read("es")) if block not in ANNEX}
    english = {(claim, block) for claim, block in places(read("en")) if block in ANNEX}
    assert english and spanish
    assert places(both) == spanish | english


def test_candidates_come_from_both_and_are_no_more_than_eight(both):
    assert all(len(found) <= 8 for found in both.candidates.values())
    assert {c.unit for found in both.candidates.values() for c in found} == {0, 1}


def test_what_is_shown_in_one_language_leaves_nothing_open(both):
    assert not {claim for claim, found in both.supports.items() if found} & set(both.open_slots)


def test_statements_of_both_languages_are_made(both):
    made = " ".join(map(str, both.maker.triples(s for found in both.supports.values() for s in found)))
    assert "informed consent" in made and "comité nacional" in made
