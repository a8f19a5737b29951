"""The worked cases get the verdicts that a reading of each case gives, and use only terms that exist."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.browsing.cases import FILE
from checker.knowledge import load
from checker.knowledge.names import GC, OWL, SKOS, TYPE, local
from tests.examples.overview import PAGE, outcome, page, table

HERE = Path(__file__).parent
CASES = sorted((HERE.parents[1] / "examples" / "cases").glob("*.ttl"))
ROWS = list(csv.DictReader((HERE / "cases.csv").open(encoding="utf-8")))


@cache
def verdicts() -> dict[str, dict[str, str]]:
    assert outcome().errors == ()
    return {Path(i.path).name: {r.id: r.verdict for r in i.requirements} for i in outcome().report.inputs}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{Path(row['file']).stem}-{row['requirement']}")
def test_case_gets_the_verdict_of_its_reading(row: dict[str, str]) -> None:
    assert verdicts()[row["file"]][row["requirement"]] == row["verdict"]


def test_every_case_has_at_least_twelve_rows() -> None:
    for case in CASES:
        assert sum(row["file"] == case.name for row in ROWS) >= 12, case.name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case_uses_only_terms_that_exist(case: Path) -> None:
    index = load().index
    properties = {p for kind in ("ObjectProperty", "DatatypeProperty") for p in index.of_type(OWL + kind)}
    classes = set(index.of_type(OWL + "Class"))
    concepts = {c for cls in index.below(SKOS + "Concept") for c in index.of_type(cls)}
    unknown = set()
    for quad in ox.parse(path=case):
        things = classes if quad.predicate.value == TYPE else concepts
        for term, known in ((quad.predicate, properties), (quad.object, things)):
            if isinstance(term, ox.NamedNode) and term.value.startswith(GC) and term.value not in known:
                unknown.add(local(term.value))
    assert unknown == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_node_of_a_case_is_described_and_reached(case: Path) -> None:
    triples = [quad.triple for quad in ox.parse(path=case)]
    own = {t.subject.value for t in triples}
    named = {t.object.value for t in triples if isinstance(t.object, ox.NamedNode) and "/cases/" in t.object.value}
    assert named <= own
    assert len(own - named) == 1, "only the draft itself is not named by another node"


def test_the_page_of_cases_says_what_comes_out() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: python -m tests.examples.overview"


def test_the_table_of_the_screens_says_what_comes_out() -> None:
    assert FILE.read_text("utf-8") == table(), "write it anew: python -m tests.examples.overview"
