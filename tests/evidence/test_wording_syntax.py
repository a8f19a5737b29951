"""What a wording of the ontology finds in a text: rows of a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence.phrases import PhraseFinder
from checker.evidence.units import corpus_of
from checker.evidence.wordings import steps_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from tests.evidence.documents import document

ROWS = list(csv.DictReader((Path(__file__).parent / "wordings.csv").open(encoding="utf-8")))
STEMMERS = {code: Stemmer(language) for code, language in load().languages.items()}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['wording']}: {r['text']}")
def test_wording(row: dict[str, str]) -> None:
    stemmer = STEMMERS[row["language"]]
    hits = list(PhraseFinder(corpus_of(document(row["text"]), stemmer), stemmer).find(row["wording"], every_word=True))
    assert bool(hits) is (row["found"] == "yes")


def test_names_of_terms_are_found_without_their_little_words() -> None:
    finder = PhraseFinder(corpus_of(document("Agreement in writing is needed."), STEMMERS["en"]), STEMMERS["en"])
    assert list(finder.find("agreement writing"))
    assert list(finder.find("agreement of the writing"))
    assert not list(finder.find("agreement of the writing", every_word=True))


WORDS = st.lists(st.sampled_from(["ministry", "agrees", "with", "returned", "families", "before", "work"]), min_size=1)


@given(WORDS, st.integers(0, 6), st.integers(1, 3))
def test_words_that_stand_side_by_side_are_found_with_their_places(words: list[str], start: int, count: int) -> None:
    start = min(start, len(words) - 1)
    wanted = words[start : start + count]
    text = " ".join(words)
    finder = PhraseFinder(corpus_of(document(text), STEMMERS["en"]), STEMMERS["en"])
    found = [text[h.start : h.end] for h in finder.find(" ".join(wanted), every_word=True)]
    assert any(f.split()[0] == wanted[0] and f.split()[-1] == wanted[-1] for f in found)


@given(st.text(max_size=40))
def test_any_wording_can_be_read(wording: str) -> None:
    steps_of(wording, STEMMERS["fr"])
