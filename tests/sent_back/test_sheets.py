"""Workbooks, as other programs read them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from pypdf import PdfReader

from checker.reports.counts import tally, themes
from checker.sent_back import write
from checker.sent_back.sheets.book import cell_text, sheet_name
from checker.sent_back.sheets.comparison import comparison_xlsx
from tests.office import converted
from tests.reports.sample import sample
from tests.sent_back.materials import SOP, checked, decided, texts


def opened(data: bytes | Path) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data) if isinstance(data, bytes) else data, data_only=True)


def column(book: Workbook, sheet: int, head: str) -> list[object]:
    rows = list(book.worksheets[sheet].iter_rows(values_only=True))
    at = rows[0].index(head)
    return [row[at] for row in rows[1:]]


def test_a_row_a_requirement_that_can_be_filtered() -> None:
    material = checked(SOP)
    book = opened(write("xlsx", material))
    assert book.sheetnames == ["Summary", "Requirements", "Passages"]
    sheet = book["Requirements"]
    assert sheet.max_row == len(material.draft.requirements) + 1
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:P{sheet.max_row}"
    assert set(column(book, 1, "Id")) == {row.id for row in material.draft.requirements}
    assert len(column(book, 2, "Id")) == sum(len(row.evidence) for row in material.draft.requirements)


def test_the_summary_has_a_chart_of_the_counts() -> None:
    material = checked(SOP)
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", material)))
    assert len(book["Summary"]._charts) == 1
    cells = {row[0]: row[1:6] for row in book["Summary"].iter_rows(values_only=True)}
    for label, rows in themes(material.draft.requirements):
        counts = tally(rows)
        order = ("met", "partly-met", "not-met", "not-stated", "not-applicable")
        assert cells[label] == tuple(counts.of(verdict) for verdict in order)


def test_who_decided_and_why() -> None:
    book = opened(write("xlsx", decided(SOP)))
    assert "Ana Pérez, 4 May 2026, 09:30 UTC" in column(book, 1, "Decided by")
    assert {"Annex B", "Add!"} <= set(column(book, 1, "Comment"))
    assert "Partly met" in column(book, 1, "Proposed")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://x.example/", "12"])
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    material = checked(SOP)
    row = replace(material.draft.requirements[0], title=text, comment=text, id="X-1")
    draft = replace(material.draft, requirements=(row,), name=text)
    for data in (
        write("xlsx", replace(material, draft=draft)),
        comparison_xlsx([draft], texts("en")),
    ):
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value == text]
        assert cells
        assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)


def test_long_texts_and_names_of_sheets() -> None:
    assert len(cell_text("x" * 100_000)) < 32_767
    assert sheet_name("a/b:c" * 20) == "a-b-ca-b-ca-b-ca-b-ca-b-ca-b-ca"


def test_proposals_side_by_side(tmp_path: Path) -> None:
    report = sample(drafts=3)
    data = comparison_xlsx(report.inputs, texts("en"), profile="Our fund", generated=report.generated)
    book = opened(data)
    assert book.sheetnames == ["Comparison", "Proposals", "Passages"]
    sheet = book.worksheets[0]
    coverage = [sheet.cell(6, 5 + at).value for at in range(3)]
    assert coverage == pytest.approx([tally(draft.requirements).coverage for draft in report.inputs])
    marks = {cell.value for row in sheet.iter_rows(min_row=7, min_col=5, max_col=5) for cell in row}
    assert {"● Met", "◐ Partly met", "○ Not stated"} <= marks
    again = opened(converted(data, "comparison.xlsx", "xlsx:Calc MS Excel 2007 XML", tmp_path)).worksheets[0]
    for row in range(6, sheet.max_row + 1):
        for at in range(5, 8):
            was, now = sheet.cell(row, at).value, again.cell(row, at).value
            assert now == (pytest.approx(was) if isinstance(was, float) else was or None)


def test_weights_count_and_stand_in_a_column_of_their_own() -> None:
    report = sample()
    rows = report.inputs[0].requirements
    met = next(row for row in rows if row.verdict == "met")
    data = comparison_xlsx(report.inputs, texts("en"), weights={met.id: 1000.0})
    sheet = opened(data).worksheets[0]
    assert sheet.cell(6, 5).value > 0.99
    weights = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(7, sheet.max_row + 1)}
    assert weights[met.id] == 1000


def test_a_requirement_that_is_not_asked_leaves_its_cell_empty() -> None:
    report = sample(drafts=2)
    gone = report.inputs[0].requirements[0].id
    sheet = opened(comparison_xlsx(report.inputs, texts("en"))).worksheets[0]
    row = next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, 1).value == gone)
    assert sheet.cell(row, 5).value
    assert not sheet.cell(row, 6).value


def test_printed_across_with_the_head_on_every_page_and_rows_as_high_as_their_text(tmp_path: Path) -> None:
    material = checked(SOP)
    for data in (write("xlsx", material), comparison_xlsx([material.draft] * 2, texts("en"))):
        book = openpyxl.load_workbook(io.BytesIO(data))
        for sheet in book.worksheets:
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.page_setup.fitToWidth in (None, 1)
        for sheet in book.worksheets[1:]:
            assert sheet.page_setup.orientation == "landscape"
            assert sheet.print_title_rows or sheet.max_row < 10
        high = book["Passages"].row_dimensions
        long = max(book["Passages"].iter_rows(min_row=2), key=lambda row: max(len(str(c.value or "")) for c in row))
        assert high[long[0].row].height > 3 * 12
    printed = converted(write("xlsx", material), "review.xlsx", "pdf", tmp_path)
    assert 5 < len(PdfReader(printed).pages) < 25


def test_no_proposal_at_all() -> None:
    assert opened(comparison_xlsx([], texts("fr"))).sheetnames[0] == "Comparaison"
