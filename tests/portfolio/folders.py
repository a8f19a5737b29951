"""Folders of results as ``guidecheck portfolio check`` writes them: from real reports, and many made from those."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import duckdb

from checker.check import Options, check
from checker.knowledge import load
from checker.report import InputReport
from checker.reports.counts import tally
from tests.shared_material import ROOT

CASES = ROOT / "examples" / "cases"
D = ("description", "source", "line", "kind", "title", "organisation", "country", "language", "met", "partly_met",
     "not_met", "not_stated", "not_applicable", "coverage", "taken")  # fmt: skip
V = ("description", "source", "requirement", "verdict", "strength", "theme", "needs_review", "line", "missing")
_TYPES = dict.fromkeys(("line", "met", "partly_met", "not_met", "not_stated", "not_applicable"), "INTEGER") | {
    "coverage": "DOUBLE", "needs_review": "BOOLEAN",
}  # fmt: skip


@cache
def reports(*names: str) -> tuple[InputReport, ...]:
    """Reports of worked cases, all unless named."""
    files = [CASES / f"{name}.ttl" for name in names] or sorted(CASES.glob("*.ttl"))
    return check(files, load(), Options(language="en")).report.inputs


def description_row(report: InputReport) -> dict[str, object]:
    counts = tally(report.requirements)
    return {
        "description": report.name, "source": Path(report.path).name, "line": 1, "kind": report.kind,
        "title": report.name, "organisation": None, "country": None, "language": report.language,
        **{verdict.replace("-", "_"): n for verdict, n in counts.counts}, "coverage": counts.coverage, "taken": None,
    }  # fmt: skip


def verdict_rows(report: InputReport) -> list[dict[str, object]]:
    return [
        {
            "description": report.name, "source": Path(report.path).name, "requirement": row.id,
            "verdict": row.verdict, "strength": row.strength, "theme": row.theme, "needs_review": row.needs_review,
            "line": 7, "missing": " ".join(c.id for c in row.claims if not c.holds) or None,
        }
        for row in sorted(report.requirements, key=lambda r: r.id)
    ]  # fmt: skip


def written(
    folder: Path,
    descriptions: Sequence[Mapping[str, object]],
    verdicts: Sequence[Mapping[str, object]],
    failures: Sequence[Mapping[str, str]] = (),
) -> Path:
    """The folder, with the rows in one part."""
    _about(folder, failures)
    for kind, columns, rows in (("descriptions", D, descriptions), ("verdicts", V, verdicts)):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        if rows:
            _parquet(folder / kind / "0000.parquet", columns, rows)
    return folder


def from_reports(folder: Path, inputs: Sequence[InputReport], failures: Sequence[Mapping[str, str]] = ()) -> Path:
    rows = [row for report in inputs for row in verdict_rows(report)]
    return written(folder, [description_row(report) for report in inputs], rows, failures)


def many(folder: Path, count: int, faults: float = 0.05) -> Path:
    """``count`` descriptions: the worked cases in turn, each verdict but for ``faults`` of them as it was found there;
    a fault takes what was found away, leaves a part of it, or turns it round, as benchmarks/portfolio_files.py does to
    statements."""
    base = folder / "base"
    from_reports(base, reports())
    with duckdb.connect() as con:
        for kind in ("descriptions", "verdicts"):
            con.execute(f"CREATE TABLE {kind} AS FROM read_parquet('{base}/{kind}/*.parquet')")
            (folder / kind).mkdir(parents=True, exist_ok=True)
        con.execute(
            f"""CREATE TABLE v AS SELECT i, description || ' ' || i AS description, source, requirement,
            CASE WHEN verdict = 'not-applicable' OR chance >= {faults} THEN verdict
                 WHEN chance < {faults} / 3 THEN 'not-stated' WHEN chance < {faults} / 3 * 2 THEN 'partly-met'
                 WHEN verdict = 'met' THEN 'not-met' ELSE 'met' END AS verdict, strength, theme,
            chance > 0.9 AS needs_review, line, missing
            FROM (SELECT v.*, i, (hash(v.description, requirement, i) % 100000) / 100000.0 AS chance
                  FROM (SELECT *, dense_rank() OVER (ORDER BY source, description) - 1 AS c FROM verdicts) v
                  JOIN range({count}) r(i) ON i % (SELECT count(*) FROM descriptions) = c)"""
        )
        con.execute(
            f"""COPY (SELECT * EXCLUDE i FROM v ORDER BY description, requirement)
            TO '{folder}/verdicts/0000.parquet'"""
        )
        con.execute(
            f"""COPY (SELECT b.description || ' ' || i AS description, source, CAST(i * 9 AS INTEGER) AS line, kind,
            title || ' ' || i AS title,
            CASE i % 7 WHEN 0 THEN NULL ELSE 'Organisation ' || (i % 41) END AS organisation,
            ['Colombia', 'Georgia', 'Honduras', 'Tunisia', 'Serbia', NULL][1 + i % 6] AS country,
            ['en', 'es', 'fr'][1 + i % 3] AS language, s.* EXCLUDE (i, key)
            FROM (SELECT i, any_value(description) AS key, {
                ", ".join(
                    f"CAST(count(*) FILTER (verdict = '{v}') AS INTEGER) AS {v.replace('-', '_')}"
                    for v in ("met", "partly-met", "not-met", "not-stated", "not-applicable")
                )
            },
                (met + partly_met / 2) / greatest(met + partly_met + not_met + not_stated, 1) AS coverage
                FROM v GROUP BY i) s JOIN descriptions b ON key = b.description || ' ' || i ORDER BY 1)
            TO '{folder}/descriptions/0000.parquet'"""
        )
    _about(folder, ())
    return folder


def _about(folder: Path, failures: Iterable[Mapping[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "guidecheck": "0.1.0", "knowledge": load().digest, "profile": "everything",
        "generated": "2026-08-01T03:30:00+00:00", "inputs": ["programmes/*.ttl"], "parts": 1,
        "failures": list(failures),
    }  # fmt: skip
    (folder / "portfolio.json").write_text(json.dumps(about), "utf-8")


def _parquet(file: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    beside = file.with_suffix(".csv")
    with beside.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows([["" if row[name] is None else row[name] for name in columns] for row in rows])
    types = ", ".join(f"'{name}': '{_TYPES.get(name, 'VARCHAR')}'" for name in columns)
    duckdb.sql(
        f"""COPY (FROM read_csv('{beside}', header = false, columns = {{{types}}}, nullstr = '', quote = '"',
        escape = '"', delim = ',')) TO '{file}'"""
    )
    beside.unlink()
