"""Shapes of somebody's own, which a folder of knowledge may bring, fetch nothing and do not run for ever."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.engine import validate
from checker.errors import GuidecheckError
from tests.attacks.canary import Canary

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
