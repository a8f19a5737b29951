"""What a portfolio's folder holds, and the same rows from the check of one file after the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from checker.check import check
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


def verdicts_one_by_one(files: Iterable[Path]) -> set[tuple[str, ...]]:
    """Name, requirement, verdict, strength and missing claims, as ``guidecheck check`` gives them."""
    outcome = check(list(files), load())
    return {
        (
            report.name,
            r.id,
            r.verdict,
            r.strength,
            " ".join(c.id for c in r.claims if not c.holds and not c.optional),
        )
        for report in outcome.report.inputs
        for r in report.requirements
    }


def coverage_one_by_one(files: Iterable[Path]) -> dict[str, float]:
    return {report.name: tally(report.requirements).coverage for report in check(list(files), load()).report.inputs}
