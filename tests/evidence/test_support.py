"""Which sentences support a claim: rows of a table, in three languages, and their near misses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.evidence.mood import MoodReader
from checker.evidence.read import ENOUGH
from checker.evidence.support import SupportFinder
from checker.evidence.terms import TermFinder
from checker.evidence.units import corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from tests.evidence.documents import document

ROWS = list(csv.DictReader((Path(__file__).parent / "supports.csv").open(encoding="utf-8")))
CLAIMS = {c.id: c for r in load().requirements.values() for c in r.claims}
FILLER = [
    "# Other matters",
    "The office opens at eight.",
    "Minutes are kept by the secretary.",
    "The building has two floors.",
    "A car is shared with the depot.",
]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['claim']}-{r['language']}-{r['fires']}-{r['text'][:20]}")
def test_support(row: dict[str, str]) -> None:
    language = load().languages[row["language"]]
    stemmer = Stemmer(language)
    corpus = corpus_of(document(*row["text"].split(" / "), *FILLER), stemmer)
    finder = TermFinder(corpus, stemmer, load().lexicon_of(language.id), language.id)
    supports = SupportFinder(corpus, finder, MoodReader(language)).find(CLAIMS[row["claim"]])
    strong_enough = [s for s in supports if s.score >= ENOUGH]
    assert bool(strong_enough) is (row["fires"] == "yes")
