"""What the forms hold of: each sentence of the table, a literal, against the shape of its form, with both engines."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.engine import validate
from checker.knowledge import load
from checker.knowledge.names import GC, GCR, SH, TYPE, local
from checker.places import SHAPES

ROWS = list(csv.DictReader(Path(__file__).with_name("sentences.csv").open(encoding="utf-8")))
LANGUAGES = ("en", "es", "fr")
BEYOND_XPATH = ("(?", "\\b", "\\B", "\\A", "\\Z", "++", "*+", "?+")


def forms() -> list[str]:
    found = {q.subject.value for q in ox.parse(path=SHAPES / "forms.ttl") if isinstance(q.subject, ox.NamedNode)}
    return sorted(local(iri) for iri in found)


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


@cache
def failing(engine: str) -> frozenset[tuple[str, str]]:
    """Every form, and each sentence as the only text of a statement, that do not go together."""
    shapes = [q.triple for q in ox.parse(path=SHAPES / "forms.ttl")]
    data = []
    for form in forms():
        shape = _node(GCR + "test-" + form)
        shapes += [
            ox.Triple(shape, _node(TYPE), _node(SH + "PropertyShape")),
            ox.Triple(shape, _node(SH + "targetClass"), _node(GC + form)),
            ox.Triple(shape, _node(SH + "path"), _node(GC + "hasText")),
            ox.Triple(shape, _node(SH + "node"), _node(GCR + form)),
        ]
    for number, row in enumerate(ROWS):
        statement = _node(f"{GC}s{number}")
        data += [
            ox.Triple(statement, _node(TYPE), _node(GC + row["form"])),
            ox.Triple(statement, _node(GC + "hasText"), ox.Literal(row["sentence"], language=row["language"])),
        ]
    return frozenset((local(r.shape).removeprefix("test-"), local(r.focus)) for r in validate(shapes, data, engine))


@pytest.mark.parametrize("engine", ["compiled", "sets", "pyshacl"])
@pytest.mark.parametrize("number", range(len(ROWS)), ids=[f"{r['form']}-{n}" for n, r in enumerate(ROWS)])
def test_form_holds_of_a_sentence_as_the_table_says(engine: str, number: int) -> None:
    row = ROWS[number]
    holds = (row["form"], f"s{number}") not in failing(engine)
    assert holds == (row["holds"] == "yes"), row["sentence"]


def test_engines_agree() -> None:
    assert failing("compiled") == failing("pyshacl")


@pytest.mark.parametrize("form", forms())
def test_every_form_has_two_sentences_and_two_near_misses_a_language(form: str) -> None:
    counts = Counter((r["language"], r["holds"]) for r in ROWS if r["form"] == form)
    assert all(counts[language, holds] >= 2 for language in LANGUAGES for holds in ("yes", "no"))


def test_table_names_only_forms_that_exist() -> None:
    assert {r["form"] for r in ROWS} <= set(forms())


def test_patterns_use_only_what_every_engine_reads() -> None:
    patterns = [q.object.value for q in ox.parse(path=SHAPES / "forms.ttl") if q.predicate.value == SH + "pattern"]
    assert patterns
    for pattern in patterns:
        assert not [odd for odd in BEYOND_XPATH if odd in pattern.replace("\\?", "").replace("\\*", "")], pattern


def test_a_text_in_another_language_has_no_form() -> None:
    assert "pt" not in load().languages
    shapes = [q.triple for q in ox.parse(path=SHAPES / "forms.ttl")]
    shapes += [
        ox.Triple(_node(GCR + "test"), _node(TYPE), _node(SH + "PropertyShape")),
        ox.Triple(_node(GCR + "test"), _node(SH + "targetClass"), _node(GC + "Objective")),
        ox.Triple(_node(GCR + "test"), _node(SH + "path"), _node(GC + "hasText")),
        ox.Triple(_node(GCR + "test"), _node(SH + "node"), _node(GCR + "form-has-a-number")),
    ]
    data = [
        ox.Triple(_node(GC + "o"), _node(TYPE), _node(GC + "Objective")),
        ox.Triple(_node(GC + "o"), _node(GC + "hasText"), ox.Literal("25 municípios", language="pt")),
    ]
    assert len(validate(shapes, data)) == len(validate(shapes, data, "pyshacl")) == 1
