"""A quote stands in the draft word for word, or it is none."""

from __future__ import annotations

import csv

import pytest

from checker.reader.quotes import QuoteFinder
from tests.evidence.documents import document
from tests.reader.checking import HERE

with (HERE / "quotes.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["quote"])
def test_quote(row: dict[str, str]) -> None:
    draft = document(row["draft"].replace("¶", "\n"))
    found = QuoteFinder(draft).find(row["quote"])
    assert bool(found) == (row["found"] == "yes")


def test_a_quote_has_its_place() -> None:
    draft = document("# Consent", "It is asked for “in writing”, always.", "It is asked for 'in writing', once.")
    ((start, end),) = QuoteFinder(draft).find('asked for "in writing", always')
    assert draft.text[start:end] == "asked for “in writing”, always"
    assert len(QuoteFinder(draft).find("It is asked for in writing")) == 2
