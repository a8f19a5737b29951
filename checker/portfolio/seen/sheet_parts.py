"""What the sheets of a portfolio's workbook are made of: a head that stays, rows of texts, cells of shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from checker.portfolio.seen.sums import Sum
from checker.reports.display import one_line
from checker.sent_back.sheets.book import Book

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def sheet_with_heads(book: Book, name: str, heads: Sequence[str], widths: Sequence[float]) -> Worksheet:
    sheet = book.sheet(name)
    sheet.set_column(0, len(heads) - 1, 13)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 45)
    for column, text in enumerate(heads):
        book.write(sheet, 0, column, text, "head")
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    return sheet


def write_texts(book: Book, sheet: Worksheet, row: int, texts: Iterable[str]) -> None:
    for column, text in enumerate(texts):
        book.write(sheet, row, column, one_line(text))


def write_shares(book: Book, sheet: Worksheet, row: int, column: int, cells: Iterable[Sum | None]) -> None:
    for at, one in enumerate(cells, column):
        if one is None:
            continue
        if one.share is None:
            book.write(sheet, row, at, "–", "text")
        else:
            sheet.write_number(row, at, one.share, book.styles["share"])
