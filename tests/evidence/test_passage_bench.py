"""The bench of the signs: how many claims the example passages of a theme show, and how many near misses do not.

``passages.csv`` holds the counts; they may rise, and the table with them, never fall.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from checker.evidence.mood import MoodReader
from checker.evidence.signs import SignFinder
from checker.evidence.slots import SlotReader
from checker.evidence.terms import TermFinder
from checker.evidence.units import corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.knowledge.passages import ExamplePassage
from checker.readers.document import Document, Passage

TABLE = Path(__file__).parent / "passages.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8"))) if TABLE.exists() else []
ENOUGH = 0.7
KNOWLEDGE = load()


def passages(theme: str, language: str) -> list[ExamplePassage]:
    ids = [r.id for r in KNOWLEDGE.requirements.values() if r.theme == theme]
    return [p for r in ids for p in KNOWLEDGE.passages.get(r, ()) if p.language == language]


@cache
def counts(theme: str, language: str) -> dict[str, int]:
    """Of claims that passages show, and of those that near misses only seem to show: how many come out so."""
    found = passages(theme, language)
    draft_language = KNOWLEDGE.languages[language]
    stemmer = Stemmer(draft_language)
    corpus = corpus_of(as_document(found), stemmer)
    finder = TermFinder(corpus, stemmer, KNOWLEDGE.lexicon_of(language), language)
    signs = SignFinder(corpus, SlotReader(finder, corpus.units), finder, MoodReader(draft_language))
    shown = {
        (claim, showing.unit.number)
        for claim in {c for p in found for c in p.claims}
        for showing in signs.find(KNOWLEDGE.signs.get(claim, ()), most=len(found))
        if showing.score >= ENOUGH
    }
    asked = [(c, n, p.shows) for n, p in enumerate(found) for c in p.claims if c in KNOWLEDGE.signs]
    return {
        "shown": sum((c, n) in shown for c, n, shows in asked if shows),
        "of_shown": sum(shows for _, _, shows in asked),
        "silent": sum((c, n) not in shown for c, n, shows in asked if not shows),
        "of_silent": sum(not shows for _, _, shows in asked),
    }


def as_document(found: list[ExamplePassage]) -> Document:
    """Each passage under a heading of its own, so that none helps another."""
    made, at = [], 0
    for n, p in enumerate(found):
        heading = (str(n), p.heading) if p.heading else (str(n),)
        made.append(Passage(p.text, heading, None, n, at, at + len(p.text)))
        at += len(p.text) + 1
    return Document("", "0" * 64, "text", "\n".join(p.text for p in found), tuple(made))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['theme']}-{r['language']}")
def test_as_many_as_before(row: dict[str, str]) -> None:
    found = counts(row["theme"], row["language"])
    assert found["shown"] >= int(row["shown"])
    assert found["silent"] >= int(row["silent"])
    assert (found["of_shown"], found["of_silent"]) == (int(row["of_shown"]), int(row["of_silent"]))


def test_every_theme_and_language_has_its_row() -> None:
    assert {(r["theme"], r["language"]) for r in ROWS} == {
        (t, c) for t in KNOWLEDGE.themes for c in KNOWLEDGE.languages
    }


@pytest.mark.parametrize("column", ["shown", "silent"])
def test_nearly_all_behave(column: str) -> None:
    for language in KNOWLEDGE.languages:
        rows = [r for r in ROWS if r["language"] == language]
        share = sum(int(r[column]) for r in rows) / sum(int(r[f"of_{column}"]) for r in rows)
        assert share >= 0.95, language


def write_table() -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, ["theme", "language", "shown", "of_shown", "silent", "of_silent"], lineterminator="\n"
        )
        writer.writeheader()
        for theme in sorted(KNOWLEDGE.themes):
            for language in sorted(KNOWLEDGE.languages):
                writer.writerow({"theme": theme, "language": language, **counts(theme, language)})


if __name__ == "__main__":
    write_table()
