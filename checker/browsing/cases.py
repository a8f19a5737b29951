"""Worked cases: programmes, policies and model set-ups that the guidance tells of, and what each of them meets."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from checker.report import VERDICTS, Verdict

FILE = Path(__file__).with_name("cases.csv")
"""Written by ``python -m tests.examples.overview``, and held by a test to what comes out."""


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """What a case comes out as for one requirement. ``source`` says where the guidance tells of it."""

    name: str
    title: str
    kind: str
    source: str
    verdict: Verdict


@cache
def worked_cases() -> Mapping[str, tuple[WorkedCase, ...]]:
    """By requirement id, those that meet it first."""
    found: dict[str, list[WorkedCase]] = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            verdict = cast(Verdict, row["verdict"])
            found[row["requirement"]].append(WorkedCase(row["case"], row["title"], row["kind"], row["source"], verdict))
    return {r: tuple(sorted(by, key=lambda c: (VERDICTS.index(c.verdict), c.title))) for r, by in found.items()}
