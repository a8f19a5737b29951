"""What is ill-formed is refused with one line that says what, where and what to do."""

from __future__ import annotations

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.engine.report_graph import report_graph
from checker.engine.sets import validate_fully
from checker.errors import InputError

ROWS = list(csv.DictReader((Path(__file__).parent / "ill-formed.csv").open(encoding="utf-8")))
PREFIXES = """@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . """


def turtle(text: str) -> tuple[ox.Triple, ...]:
    return tuple(q.triple for q in ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["case"])
def test_ill_formed_shape_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(InputError) as refused:
        validate_fully(turtle(row["shapes"]), turtle("ex:n ex:p 1 ."))
    assert row["message"] in str(refused.value)
    assert "\n" not in str(refused.value)


def test_results_come_in_the_same_order_whatever_the_order_of_the_run() -> None:
    shapes = turtle(
        "ex:s sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:maxCount 0 ] ; sh:nodeKind sh:Literal ."
    )
    data = turtle("ex:a ex:p 1 , 2 . ex:b ex:p 3 .")
    first = validate_fully(shapes, data)
    assert len(first) == 4
    assert all(validate_fully(shapes, data) == first for _ in range(5))
    assert report_graph(first) == report_graph(first)


def test_message_of_a_query_names_its_values() -> None:
    shapes = turtle(
        """ex:s sh:targetNode ex:n ; sh:sparql [ sh:message "{?value} is too much"@en ;
        sh:select "SELECT $this ?value { $this ex:p ?value . FILTER (?value > 1) }" ; sh:prefixes ex: ] .
        ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/" ] ."""
    )
    (result,) = validate_fully(shapes, turtle("ex:n ex:p 1 , 2 ."))
    assert result.messages == (ox.Literal("2 is too much", language="en"),)
    assert result.value == ox.Literal(2)
