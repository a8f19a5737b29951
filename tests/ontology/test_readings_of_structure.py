"""Readings of structure: terms and claims that exist, worded in every language."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from checker.evidence.wordings import steps_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.knowledge.names import GC, GCR, TYPE
from checker.places import STRUCTURES

KNOWLEDGE = load()
QUADS = [q for file in sorted(STRUCTURES.glob("*.ttl")) for q in ox.parse(path=file)]
CLAIMS = {c.iri: c for r in KNOWLEDGE.requirements.values() for c in r.claims}


def test_every_term_of_a_reading_exists() -> None:
    said = {t.value for q in QUADS for t in (q.predicate, q.object) if isinstance(t, ox.NamedNode)}
    assert [t for t in said if t.startswith(GC) and not KNOWLEDGE.index.has(t, TYPE)] == []


def test_open_cells_break_claims_on_everything() -> None:
    broken = {q.object.value for q in QUADS if isinstance(q.object, ox.NamedNode) and q.object.value.startswith(GCR)}
    assert {iri for iri in broken if iri not in CLAIMS or CLAIMS[iri].role != "universal"} == set()


@pytest.mark.parametrize("language", sorted(KNOWLEDGE.languages))
def test_every_reading_is_worded_in_every_language(language: str) -> None:
    structures, stemmer = KNOWLEDGE.structures(language), Stemmer(KNOWLEDGE.languages[language])
    columns = [c for t in structures.tables for c in t.columns]
    assert [c.iri for c in columns if not c.headers] == []
    assert [t.iri for t in structures.tables if not t.keys] == []
    assert [r.iri for r in structures.relations if not (r.before and r.after)] == []
    assert [s.iri for s in structures.sentences if not (s.under or s.opens or s.speaks_of)] == []
    words = [w for c in columns for w in c.headers] + [w for r in structures.relations for w in (*r.before, *r.after)]
    assert [w for w in words if not steps_of(w, stemmer)] == []
