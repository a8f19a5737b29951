"""What a portfolio's folder holds, and the same rows from the check of one file after the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from checker.check import Options, check
from checker.knowledge import load
from checker.reports.counts import tally

Rows = list[dict[str, Any]]


def rows(folder: Path, table: str) -> Rows:
    """All rows of a table, sorted."""
    found = [row for file in sorted((folder / table).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]
    return sorted(found, key=lambda row: (row["description"], row["source"], row.get("requirement", "")))


def content(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of rows, by its place."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.parquet"))}


def one_by_one(files: Iterable[Path], profile: str) -> tuple[set[tuple[str, ...]], dict[str, float]]:
    """As ``guidecheck check`` gives them: name, requirement, verdict, strength and missing claims; and coverage."""
    outcome = check(list(files), load(), Options(profile=profile))
    verdicts = {
        (report.name, r.id, r.verdict, r.strength, " ".join(c.id for c in r.claims if not c.holds and not c.optional))
        for report in outcome.report.inputs
        for r in report.requirements
    }
    return verdicts, {report.name: tally(report.requirements).coverage for report in outcome.report.inputs}
