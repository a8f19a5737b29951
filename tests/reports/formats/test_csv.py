"""CSV is read back as it was meant, and no cell is a formula."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from checker.report import Report
from checker.reports import render
from checker.reports.formats.csv import COLUMNS
from tests.office import converted
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import forging, hostile, in_rdf, sample


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report, "csv", {})), strict=True))


def test_a_row_for_each_requirement_of_each_draft() -> None:
    report = sample(drafts=3)
    assert [r["requirement"] for r in rows(report)] == [r.id for d in report.inputs for r in d.requirements]


def test_lines_of_data_and_pages_of_documents() -> None:
    (found,) = [row for row in rows(in_rdf()) if row["requirement"] == "SOP-10"]
    assert [found[c] for c in ("file", "line", "column", "end_line", "end_column", "level")] == [
        "data/sop.ttl", "7", "1", "9", "24", "error",
    ]  # fmt: skip
    (found,) = [row for row in rows(sample()) if row["requirement"] == "SOP-10"]
    assert (found["page"], found["line"]) == ("6", "")
    assert found["heading"].startswith("5 ")


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_cell_is_a_formula_or_a_command(attack: str) -> None:
    found = rows(forging(attack))
    assert len(found) == 2
    for cell in (cell for row in found for cell in row.values()):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "::"))
        assert not set(cell) & set("\n\r\x1b\x00\u202e\u2066\u2028")


def test_hostile_text_stays_in_its_cell() -> None:
    assert len(rows(hostile())) == sum(len(d.requirements) for d in hostile().inputs)


def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    text = render(forging('=HYPERLINK("http://x","1")'), "csv", {})
    sheet = openpyxl.load_workbook(converted(text.encode(), "r.csv", "xlsx", tmp_path)).active
    assert sheet is not None
    rows_ = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [len(row) for row in rows_] == [len(COLUMNS)] * 3
    assert rows_[1][0] == '\'=HYPERLINK("http://x","1")'
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_pipeline_finds_the_first_column_and_a_spreadsheet_that_is_told_the_letters(tmp_path: Path) -> None:
    report, file = sample(), tmp_path / "report.csv"
    (draft,) = report.inputs
    row = replace(draft.requirements[0], title="Où et à quelle heure, en español «año»")
    report = replace(report, inputs=(replace(draft, path="brouillon-é.docx", requirements=(row,)),))
    file.write_text(render(report, "csv", {}), encoding="utf-8", newline="")
    with file.open(encoding="utf-8", newline="") as stream:
        (found,) = csv.DictReader(stream)
    assert found["file"] == "brouillon-é.docx"
    book = openpyxl.load_workbook(converted(file.read_bytes(), "again.csv", "xlsx", tmp_path, "CSV:44,34,76"))
    cells = [cell.value for cell in book.worksheets[0][2]]
    assert {row.title, "brouillon-é.docx"} <= set(cells)


def test_each_row_says_of_which_draft_it_is() -> None:
    assert {row["draft"] for row in rows(in_rdf())} == {"https://example.org/d"}
    (draft,) = sample().inputs
    assert {row["draft"] for row in rows(sample())} == {draft.name}
