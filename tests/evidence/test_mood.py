"""Mood: what a sentence undertakes, wishes, reports or denies, in three languages."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.evidence.mood import MoodReader
from checker.knowledge import load

ROWS = list(csv.DictReader((Path(__file__).parent / "moods.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['language']}-{r['mood']}-{r['sentence'][:30]}")
def test_mood(row: dict[str, str]) -> None:
    assert MoodReader(load().languages[row["language"]]).read(row["sentence"]).value == row["mood"]
