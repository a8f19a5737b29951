"""The tables of a portfolio as plain files, with its sums: Parquet or CSV, for other tools."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from checker.errors import writing
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.sums import Sum, sums
from checker.report import VERDICTS

Form = Literal["parquet", "csv"]
_COUNTED = tuple(verdict.replace("-", "_") for verdict in VERDICTS)
_TABLES = {
    "descriptions": "SELECT * EXCLUDE n FROM d ORDER BY n",
    "verdicts": "SELECT description, source, v.* EXCLUDE (n, kind) FROM v JOIN d USING (n) ORDER BY n, requirement",
    "by_theme": "SELECT * FROM by_theme ORDER BY ALL",
    "by_requirement": "SELECT * FROM by_requirement ORDER BY ALL",
}
_TEXT = {
    "descriptions": ("description", "source", "kind", "title", "organisation", "country", "language"),
    "verdicts": ("description", "source", "requirement", "theme", "missing"),
    "by_theme": ("theme", "kind"),
    "by_requirement": ("requirement", "kind"),
}
_FORMULA = "^([=+@\t\r-])"


def write_plain(portfolio: Portfolio, folder: Path, form: Form) -> tuple[Path, ...]:
    """Four files, in the folder that the portfolio was opened to write to. In CSV a text that a spreadsheet would take
    for a formula gets an apostrophe before it.

    Raises CallError where they cannot be written.
    """
    found = sums(portfolio)
    _kept(portfolio, "theme", found.themes)
    _kept(portfolio, "requirement", {asked.id: asked.by_kind for asked in found.requirements})
    with writing("the tables", folder, "name another folder"):
        folder.mkdir(parents=True, exist_ok=True)
    return tuple(_written(portfolio, folder, name, form) for name in _TABLES)


def _kept(portfolio: Portfolio, what: str, groups: Mapping[str, Mapping[str, Sum]]) -> None:
    """The sums as a table; a row without a kind is of all kinds."""
    counts = ", ".join(f"{name} BIGINT" for name in _COUNTED)
    portfolio.run(
        f"CREATE TEMP TABLE by_{what} ({what} VARCHAR, kind VARCHAR, descriptions BIGINT, {counts}, "
        "needs_review BIGINT, coverage DOUBLE)"
    )
    rows = [
        [name, kind or None, one.descriptions, *(n for _, n in one.counts.counts), one.counts.needs_review, one.share]
        for name, by_kind in groups.items()
        for kind, one in by_kind.items()
    ]
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        portfolio.con.executemany(f"INSERT INTO by_{what} VALUES ({marks})", rows)  # noqa: S608 - names of our own


def _written(portfolio: Portfolio, folder: Path, name: str, form: Form) -> Path:
    file = folder.absolute() / f"{name}.{form}"
    statement = _TABLES[name]
    if form == "csv":
        safe = ", ".join(f"regexp_replace({column}, '{_FORMULA}', '''\\1') AS {column}" for column in _TEXT[name])
        statement = f"SELECT * REPLACE ({safe}) FROM ({statement})"  # noqa: S608
    portfolio.write(statement, file)
    return file
