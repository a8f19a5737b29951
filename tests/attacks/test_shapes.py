"""Shapes of somebody's own, which a folder of knowledge may bring, fetch nothing and do not run for ever."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.check import Options, check
from checker.engine import validate
from checker.errors import GuidecheckError
from checker.knowledge import load
from tests.attacks.canary import Canary
from tests.attacks.rdf import DRAFT as RDF_DRAFT

ROWS = list(csv.DictReader((Path(__file__).parent / "shapes.csv").open(encoding="utf-8")))
PREFIXES = """@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . ex:s a sh:NodeShape ; sh:targetNode ex:n ."""
DATA = f'ex:n ex:p "{"a" * 40}!" , ex:n .'


def turtle(text: str) -> tuple[ox.Triple, ...]:
    return tuple(q.triple for q in ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['engine']}: {r['case']}")
def test_nothing_is_fetched(row: dict[str, str], canary: Canary) -> None:
    shapes = turtle(row["shapes"].replace("HTTP/", f"{canary.url}/").replace("FILE", canary.file_url))
    start = time.process_time()
    said = []
    try:
        validate(shapes, turtle(DATA), row["engine"])
    except GuidecheckError as error:
        said.append(error.line)
    assert bool(said) == (row["outcome"] == "refused"), said
    assert time.process_time() - start < 5
    canary.unharmed(*said)


def test_a_profile_brings_no_shapes_of_its_own(canary: Canary, tmp_path: Path) -> None:
    """It names requirements; expressions, queries and imports in it are neither run nor followed."""
    profile, draft = tmp_path / "own.ttl", tmp_path / "d.ttl"
    profile.write_text(
        f"""{PREFIXES} @prefix gc: <https://w3id.org/guidecheck/ontology#> .
        @prefix prof: <http://www.w3.org/ns/dx/prof/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:p> a prof:Profile ; prof:hasToken "own" ; skos:prefLabel "(a+)+$"@en ;
          prof:isProfileOf gc:integrated-approach-profile ;
          prof:hasResource <{canary.url}/shapes.ttl> ; sh:shapesGraph <{canary.file_url}> .
        ex:s sh:targetClass gc:SopDraft ; sh:property [ sh:path skos:prefLabel ; sh:pattern "^(a+)+$" ] ;
          sh:sparql [ sh:select "SELECT $this WHERE {{ SERVICE <{canary.url}> {{ ?a ?b ?c }} }}" ] .""",
        "utf-8",
    )
    draft.write_text(f'{RDF_DRAFT} ; <http://www.w3.org/2004/02/skos/core#prefLabel> "{"a" * 60}!" .', "utf-8")
    start = time.process_time()
    outcome = check([draft], load(), Options(profile=str(profile)))
    assert not outcome.errors
    base = next(p for p in load().profiles.values() if p.iri.endswith("integrated-approach-profile"))
    assert {r.id for r in outcome.report.inputs[0].requirements} <= base.requirements
    assert time.process_time() - start < 20
    canary.unharmed(str(outcome.report))
