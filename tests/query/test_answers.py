"""How answers are written: for the eye, for a spreadsheet, for a program."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest

from checker.errors import CallError
from checker.query.answers import WIDEST, written
from checker.query.places import Said

XSD = "http://www.w3.org/2001/XMLSchema#"
LONG = "a\u202eb\x1b[31m\n" + "x" * 90


def literal(value: str, kind: str = "") -> dict[str, str]:
    return {"type": "literal", "value": value, **({"datatype": XSD + kind} if kind else {})}


BINDINGS = [
    {"name": literal("=1+1"), "n": literal("-5", "integer")},
    {"name": {"type": "uri", "value": "https://w3id.org/guidecheck/requirement/SOP-03"}},
    {"name": literal(LONG), "n": literal("0.33333", "decimal")},
]
ROWS = Said(rows=json.dumps({"head": {"vars": ["name", "n"]}, "results": {"bindings": BINDINGS}}).encode())


def test_a_table_is_aligned_short_and_inert() -> None:
    lines = written(ROWS, "table").splitlines()
    assert lines[0].split() == ["name", "n"] and set(lines[1]) == {"─", " "}
    assert lines[3].startswith("gcr:SOP-03")
    assert lines[2].endswith("    -5") and lines[4].endswith("0.3333")
    assert "a[U+202E]b[U+001B][31m" in lines[4] and max(map(len, lines)) <= WIDEST + 8
    assert len(lines) == 5


def test_csv_holds_no_formula_and_numbers_stay() -> None:
    found = list(csv.reader(io.StringIO(written(ROWS, "csv"))))
    assert found[1] == ["'=1+1", "-5"]
    assert found[3][0].startswith("a\u202eb")


def test_json_is_sparql_json() -> None:
    found = ox.parse_query_results(written(ROWS, "json").encode(), format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QuerySolutions)
    assert len(list(found)) == 3


@pytest.mark.parametrize(("value", "word"), [(True, "yes\n"), (False, "no\n")])
def test_yes_and_no(value: bool, word: str) -> None:
    said = Said(rows=json.dumps({"head": {}, "boolean": value}).encode())
    assert written(said, "table") == word
    assert written(said, "csv") == f"{value}\n".lower()


GRAPH = Said(graph=b'<a:a> <https://w3id.org/guidecheck/ontology#inTheme> "b" .\n<a:a> <a:b> <a:c> .\n')


def test_turtle_is_the_graph_with_its_prefixes() -> None:
    text = written(GRAPH, "turtle")
    assert "@prefix gc:" in text and "gc:inTheme" in text
    again = {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert again == {str(quad.triple) for quad in ox.parse(GRAPH.graph, format=ox.RdfFormat.N_TRIPLES)}
    assert written(GRAPH, "ntriples").encode() == GRAPH.graph


@pytest.mark.parametrize(("said", "form"), [(ROWS, "turtle"), (ROWS, "ntriples"), (GRAPH, "csv"), (GRAPH, "json")])
def test_forms_that_do_not_fit(said: Said, form: str) -> None:
    with pytest.raises(CallError, match="cannot be written as"):
        written(said, form)
