"""The W3C suite under strict comparison: reports are isomorphic graphs, and what must fail fails."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.engine.report_graph import report_graph
from checker.engine.sets import validate_fully
from checker.errors import InputError
from tests.engine.w3c import Case, cases, same_report
from tests.shared_material import shared

EXCEPTIONS = {r["case"] for r in csv.DictReader((Path(__file__).parent / "w3c-exceptions.csv").open(encoding="utf-8"))}
COUNTS = {"core": 98, "sparql": 23}


def passes(case: Case) -> bool:
    if case.expected is None:
        with pytest.raises(InputError):
            validate_fully(case.shapes, case.data)
        return True
    return same_report(report_graph(validate_fully(case.shapes, case.data)), case.expected)


@pytest.mark.parametrize("part", COUNTS)
def test_every_case_passes_but_the_exceptions_of_the_table(part: str) -> None:
    found = list(cases(shared("data", "w3c", "shacl-test-suite", "tests", part)))
    assert len(found) == COUNTS[part]
    assert {case.name for case in found if not passes(case)} == {n for n in EXCEPTIONS if n.startswith(f"{part}/")}


def test_comparison_sees_a_result_too_few() -> None:
    case = next(c for c in cases(shared("data", "w3c", "shacl-test-suite", "tests", "core", "node")) if c.expected)
    assert not same_report(report_graph(()), case.expected or ())
