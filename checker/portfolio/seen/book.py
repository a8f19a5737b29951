"""A portfolio as a workbook: sums, requirements, descriptions, and every verdict where a sheet holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from checker.errors import writing
from checker.knowledge import Knowledge
from checker.portfolio.seen.about import Failure
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.outliers import outliers
from checker.portfolio.seen.row_sheets import write_descriptions, write_outliers, write_verdicts
from checker.portfolio.seen.sheet_parts import sheet_with_heads, write_texts
from checker.portfolio.seen.sum_sheets import write_requirements, write_whole
from checker.portfolio.seen.sums import sums
from checker.portfolio.seen.wording import Names
from checker.reports.texts import Wording
from checker.sent_back.sheets.book import AS_TEXT, Book, set_properties

MOST_ROWS = 1_048_576
"""Rows of a sheet, its head among them."""
_OPTIONS = {"constant_memory": True, **AS_TEXT}


def write_book(
    portfolio: Portfolio, file: Path, knowledge: Knowledge, language: str, most_rows: int = MOST_ROWS
) -> None:
    """Raises CallError where the file cannot be written."""
    say, names, found = Wording(knowledge.interface_texts(language)), Names(knowledge, language), sums(portfolio)
    about, holds_verdicts = portfolio.about, found.whole.total < most_rows
    with _writing(file), xlsxwriter.Workbook(str(file), _OPTIONS) as workbook:
        set_properties(workbook, say("portfolio-title"), about.generated)
        book = Book(workbook)
        write_whole(book, portfolio, found, names, say, raw=holds_verdicts)
        write_requirements(book, found, names, say)
        write_descriptions(book, portfolio, names, say, most_rows)
        write_outliers(book, outliers(portfolio, knowledge), names, say)
        if about.failures:
            _failures(book, about.failures, say)
        if holds_verdicts:
            write_verdicts(book, portfolio, names, say)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    with writing("the workbook", file):
        try:
            yield
        except FileCreateError as error:
            raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error


def _failures(book: Book, failures: Sequence[Failure], say: Wording) -> None:
    heads = [say("portfolio-where"), say("portfolio-what"), say("portfolio-remedy")]
    sheet = sheet_with_heads(book, say("portfolio-sheet-failures"), heads, (60, 60, 60))
    for row, one in enumerate(failures, 1):
        write_texts(book, sheet, row, (one.where, one.what, one.remedy))
