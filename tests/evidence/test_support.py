"""Which sentences support a claim: rows of a table, in three languages, and their near misses."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.evidence import read_draft
from checker.knowledge import load
from tests.evidence.documents import FILLER, document

ROWS = list(csv.DictReader((Path(__file__).parent / "supports.csv").open(encoding="utf-8")))
REQUIREMENTS = {c.id: r for r in load().requirements.values() for c in r.claims}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['claim']}-{r['language']}-{r['fires']}-{r['text'][:20]}")
def test_support(row: dict[str, str]) -> None:
    requirement = REQUIREMENTS[row["claim"]]
    draft = document(*row["text"].split(" / "), *FILLER)
    evidence = read_draft(draft, load(), language=row["language"], kind="sop", requirements=[requirement])
    (claim,) = (c for c in requirement.claims if c.id == row["claim"])
    assert evidence.shows(claim) is (row["fires"] == "yes")
