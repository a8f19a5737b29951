"""Phrases are found in order with little between, in a passage or in its heading and lead."""

from __future__ import annotations

import pytest

from checker.evidence.phrases import PhraseFinder
from checker.evidence.units import corpus_of, sentences
from checker.evidence.words import Stemmer
from checker.knowledge import load
from tests.evidence.documents import document

STEMMER = Stemmer(load().languages["en"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The consent form is signed.", True),
        ("Consent is given on a printed form.", True),
        ("The form asks for consent.", False),
        ("Consent is asked at intake by the officer who keeps the form.", False),
        ("CONSENT FORMS", True),
    ],
)
def test_order_and_nearness_decide(text: str, found: bool) -> None:
    corpus = corpus_of(document(text), STEMMER)
    assert bool(list(PhraseFinder(corpus, STEMMER).find("consent form"))) is found


def test_heading_and_lead_are_context_and_not_the_passage_itself() -> None:
    corpus = corpus_of(document("# Consent form", ("- signed by the person", "Each form holds:")), STEMMER)
    (hit,) = PhraseFinder(corpus, STEMMER).find("consent form")
    assert (hit.unit, hit.own) == (0, False)


def test_a_hit_spans_the_words_found() -> None:
    corpus = corpus_of(document("Staff keep the consent form safe."), STEMMER)
    (hit,) = PhraseFinder(corpus, STEMMER).find("consent forms")
    assert corpus.units[0].passage.text[hit.start : hit.end] == "consent form"


def test_patterns_find_numbers() -> None:
    corpus = corpus_of(document("Calls are returned within 24 hours."), STEMMER)
    (hit,) = PhraseFinder(corpus, STEMMER).find_pattern(r"\b\d+ hours")
    assert corpus.units[0].passage.text[hit.start : hit.end] == "24 hours"


def test_a_heading_with_nothing_under_it_is_a_unit() -> None:
    corpus = corpus_of(document("# Consent", "Asked in writing.", "# Annex"), STEMMER)
    assert [u.passage.text for u in corpus.units] == ["Asked in writing.", "Annex"]


def test_sentences_tile_the_text() -> None:
    text = "First one. Second: here? Third."
    assert "".join(text[a:b] for a, b in sentences(text)) == text
    assert len(sentences(text)) == 3
