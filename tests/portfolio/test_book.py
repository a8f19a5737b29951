"""The workbook and the plain tables: what they hold, and that no text in them acts."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import openpyxl
import pytest

from checker.errors import CallError
from checker.knowledge import load
from checker.portfolio.seen.book import write_book
from checker.portfolio.seen.folder import open_portfolio
from checker.portfolio.seen.plain import write_plain
from tests.portfolio.conftest import NAMES
from tests.portfolio.folders import description_row, reports, verdict_rows, written
from tests.reports.sample import LANGUAGES

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "http://localhost/x")


def book(folder: Path, file: Path, language: str = "en", **options: int) -> openpyxl.Workbook:
    with open_portfolio(folder) as portfolio:
        write_book(portfolio, file, load(), language, **options)
    return openpyxl.load_workbook(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets(four: Path, tmp_path: Path, language: str) -> None:
    made, texts = book(four, tmp_path / "a.xlsx", language), load().interface_texts(language)
    names = ("requirements", "descriptions", "outliers", "failures", "verdicts")
    assert made.sheetnames == [texts["summary-heading"], *(texts[f"portfolio-sheet-{name}"] for name in names)]
    drafts = reports(*NAMES)
    rows = list(made[texts["portfolio-sheet-verdicts"]].iter_rows(min_row=2, values_only=True))
    assert len(rows) == sum(len(draft.requirements) for draft in drafts)
    by_description = list(made[texts["portfolio-sheet-descriptions"]].iter_rows(min_row=2, values_only=True))
    assert sorted(row[0] for row in by_description) == sorted(draft.name for draft in drafts)
    met = {row[0]: row[9] for row in by_description}
    assert met == {d.name: sum(r.verdict == "met" for r in d.requirements) for d in drafts}


def test_more_verdicts_than_a_sheet_holds_are_said(four: Path, tmp_path: Path) -> None:
    made, texts = book(four, tmp_path / "a.xlsx", most_rows=100), load().interface_texts("en")
    assert texts["portfolio-sheet-verdicts"] not in made.sheetnames
    said = [str(cell) for row in made.worksheets[0].iter_rows(values_only=True) for cell in row if cell]
    assert any("more than a sheet holds" in text for text in said)


def hostile(folder: Path) -> Path:
    (draft,) = reports("rcm-reserve-fund")
    rows = [{**description_row(draft), "description": text, "title": text, "source": text} for text in FORMULAS]
    verdicts = [{**verdict_rows(draft)[0], "description": text, "source": text, "missing": text} for text in FORMULAS]
    return written(folder, rows, verdicts, [{"what": "=1+1", "where": "=1+1", "remedy": "=1+1"}])


def test_no_text_is_a_formula_or_a_link(tmp_path: Path) -> None:
    made = book(hostile(tmp_path / "p"), tmp_path / "a.xlsx")
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert "=1+1" in {cell.value for cell in cells}


def test_no_text_in_csv_is_a_formula(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with open_portfolio(hostile(tmp_path / "p"), writes_to=out) as portfolio:
        files = write_plain(portfolio, out, "csv")
    assert [file.name for file in files] == ["descriptions.csv", "verdicts.csv", "by_theme.csv", "by_requirement.csv"]
    with (out / "descriptions.csv").open(newline="") as stream:
        names = [row["description"] for row in csv.DictReader(stream)]
    assert sorted(names) == sorted([*(f"'{text}" for text in FORMULAS[:-1]), FORMULAS[-1]])


def test_parquet_is_what_was_read(four: Path, tmp_path: Path) -> None:
    out = tmp_path / "o'ut"
    with open_portfolio(four, writes_to=out) as portfolio:
        write_plain(portfolio, out, "parquet")
    for name in ("descriptions", "verdicts"):
        new = duckdb.read_parquet(str(out / f"{name}.parquet")).order("ALL").fetchall()
        assert new == duckdb.read_parquet(str(four / name / "*.parquet")).order("ALL").fetchall() != []


def test_a_workbook_that_cannot_be_written_is_said(four: Path, tmp_path: Path) -> None:
    with open_portfolio(four) as portfolio, pytest.raises(CallError, match="the workbook cannot be written"):
        write_book(portfolio, tmp_path / "nowhere" / "a.xlsx", load(), "en")
