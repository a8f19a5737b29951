"""Departures from the schema are issues with lines, and stop nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.descriptions.iati.element import parse
from checker.descriptions.iati.schema import Issue, schema_issues
from checker.descriptions.iati.stream import read_pieces
from tests.descriptions.iati.making import activity, written
from tests.shared_material import ROOT, shared

DEFECTS = list(csv.DictReader(Path(__file__).with_name("defects.csv").open(encoding="utf-8")))


def issues(file: Path) -> list[Issue]:
    return [i for piece in read_pieces(file) for i in schema_issues(parse(piece, file.name))]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: d["file"])
def test_a_file_with_one_defect(defect: dict[str, str]) -> None:
    """Files that break rules beyond the schema (dates, code lists) are fine by it."""
    found = issues(shared("data", "iati", "defects", defect["file"]))
    assert [(str(i.line), defect["said"] in i.what) for i in found][:1] == (
        [(defect["line"], True)] if defect["line"] else []
    )


def test_real_activities_and_the_example_keep_to_it() -> None:
    assert issues(shared("data", "iati", "activities", "unhcr-2023-return-subset-25.xml")) == []
    assert issues(ROOT / "examples" / "iati" / "reintegration-activities.xml") == []


def test_words_of_the_schema_are_cut_where_they_quote_the_file_at_length(tmp_path: Path) -> None:
    (found, *_) = issues(written(tmp_path, activity(attributes=f'hierarchy="{"x" * 5000}"')))
    assert len(found.what) <= 200
    assert found.line == 3
