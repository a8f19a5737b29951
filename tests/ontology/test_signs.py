"""Signs and notions: terms that exist, worded in every language, for every claim that has to be searched."""

from __future__ import annotations

import pytest

from checker.evidence.wordings import steps_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.knowledge.names import GCN, TYPE

KNOWLEDGE = load()
CLAIMS = {c.iri: c for r in KNOWLEDGE.requirements.values() for c in r.claims}
CONDITIONS = {r.condition_iri for r in KNOWLEDGE.requirements.values() if r.condition_iri}
USED = {t for signs in KNOWLEDGE.signs.values() for s in signs for slot in s.slots for t in slot.terms} | {
    t for signs in KNOWLEDGE.signs.values() for s in signs for t in s.unless
}


def test_signs_show_claims_and_conditions_that_exist() -> None:
    assert set(KNOWLEDGE.signs) <= {*CLAIMS, *CONDITIONS}


COUNTS_CHAPTERS = {"POL-18-sections-four", "POL-18-sections-six"}
"""How many chapters of a kind there are is no matter of words that come together."""


def test_every_claim_that_asserts_something_has_signs_or_only_ties_parts_together() -> None:
    without = [c.id for c in CLAIMS.values() if c.role == "asserting" and c.iri not in KNOWLEDGE.signs]
    assert [c for c in without if "together" not in c and "same" not in c and c not in COUNTS_CHAPTERS] == []


def test_every_term_of_a_sign_exists() -> None:
    notions = {t for t in USED if t.startswith(GCN)}
    assert notions == set(KNOWLEDGE.notions)
    assert [t for t in USED - notions if not KNOWLEDGE.index.has(t, TYPE)] == []


@pytest.mark.parametrize("language", sorted(KNOWLEDGE.languages))
def test_every_notion_is_worded_in_every_language(language: str) -> None:
    lexicon, stemmer = KNOWLEDGE.lexicon_of(language), Stemmer(KNOWLEDGE.languages[language])
    assert [
        n for n in KNOWLEDGE.notions if not _worded(lexicon.cues.get(n, {}), lexicon.patterns.get(n, {}), language)
    ] == []
    cues = [c for n in KNOWLEDGE.notions for c in lexicon.cues.get(n, {}).get(language, ())]
    assert [c for c in cues if not steps_of(c, stemmer)] == []


def _worded(cues: dict[str, tuple[str, ...]], patterns: dict[str, tuple[str, ...]], language: str) -> bool:
    return bool(cues.get(language) or patterns.get(language))


def test_every_notion_has_a_label_in_every_language() -> None:
    lacking = [n for n, label in KNOWLEDGE.notions.items() if set(label.by_language) != set(KNOWLEDGE.languages)]
    assert lacking == []
