"""Several proposals side by side: requirements down, proposals across, in one workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from checker.report import VERDICTS, InputReport, Verdict
from checker.reports.display import draft_name, one_line, shorten
from checker.reports.texts import InterfaceTexts, Wording
from checker.sent_back.sheets.book import Book, made, verdict_text
from checker.sent_back.sheets.heights import row_height
from checker.sent_back.sheets.proposals import passages_sheet, proposals_sheet
from checker.sent_back.sheets.side_by_side import Line, coverage, lines_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FIRST = 4
"""The column of the first proposal."""
_HEAD = 4
_TITLE = 46
"""The width of the column of titles."""


def comparison_xlsx(
    drafts: Sequence[InputReport],
    texts: InterfaceTexts,
    *,
    weights: Mapping[str, float] | None = None,
    profile: str = "",
    generated: str = "",
) -> bytes:
    """Proposals in the order given; ``decided_report`` gives them with the people's verdicts.

    ``weights`` by requirement id go before those of the reports. ``profile`` is its name for people, ``generated``
    an ISO 8601 time.
    """
    say, lines = Wording(texts), lines_of(drafts, weights or {})

    def fill(book: Book) -> None:
        _matrix(book, drafts, lines, say, profile, generated)
        proposals_sheet(book, drafts, lines, say)
        passages_sheet(book, drafts, lines, say)

    return made(say("sent-comparison-heading"), generated, fill)


def _matrix(
    book: Book,
    drafts: Sequence[InputReport],
    groups: Sequence[tuple[str, Sequence[Line]]],
    say: Wording,
    profile: str,
    generated: str,
) -> None:
    sheet = book.sheet(say("sent-sheet-comparison"))
    for column, width in enumerate((11, 9, _TITLE, 11)):
        sheet.set_column(column, column, width)
    sheet.set_column(_FIRST, _FIRST + max(len(drafts), 1) - 1, 21)
    sheet.set_row(0, 28)
    book.write(sheet, 0, 0, say("sent-comparison-heading"), "title")
    about = [say("said-of", what=say("profile"), said=one_line(profile))] if profile else []
    about += [f"{say('checked-on')} {say.date(generated)}"] if generated else []
    book.write(sheet, 1, 0, "   ".join(about), "soft")
    book.write(sheet, 2, 0, say("sent-comparison-note"), "soft")
    book.write(sheet, 3, 0, _legend(say), "text")
    heads = [say("column-id"), say("sent-column-weight"), say("column-title"), say("strength")]
    sheet.set_row(_HEAD, 46)
    for column, text in enumerate((*heads, *(shorten(draft_name(draft), 80) for draft in drafts))):
        book.write(sheet, _HEAD, column, text, "head")
    row = _HEAD + 2
    for label, lines in groups:
        _theme(book, sheet, row, label, lines, len(drafts), say)
        for line in lines:
            row += 1
            _outcomes(book, sheet, row, line, say)
        row += 1
    everything = [line for _, lines in groups for line in lines]
    for column, text in enumerate(("", "", say("sent-overall"), say("coverage"))):
        book.write(sheet, _HEAD + 1, column, text, "theme")
    for at in range(len(drafts)):
        shown = coverage([(line.outcomes[at], line.weight) for line in everything])
        _share(book, sheet, (_HEAD + 1, _FIRST + at), (_HEAD + 2, max(row - 1, _HEAD + 2)), shown, say)
    sheet.freeze_panes(_HEAD + 2, _FIRST)
    sheet.repeat_rows(_HEAD)
    sheet.autofilter(_HEAD, 0, max(row - 1, _HEAD + 1), _FIRST + max(len(drafts), 1) - 1)


def _legend(say: Wording) -> str:
    marks = "     ".join(verdict_text(verdict, say) for verdict in VERDICTS)
    return say("sent-legend") + f":   {marks}"


def _theme(
    book: Book, sheet: Worksheet, row: int, label: str, lines: Sequence[Line], proposals: int, say: Wording
) -> None:
    for column, text in enumerate(("", "", one_line(label), say("coverage"))):
        book.write(sheet, row, column, text, "theme")
    for at in range(proposals):
        shown = coverage([(line.outcomes[at], line.weight) for line in lines])
        _share(book, sheet, (row, _FIRST + at), (row + 1, row + len(lines)), shown, say)


def _outcomes(book: Book, sheet: Worksheet, row: int, line: Line, say: Wording) -> None:
    book.write(sheet, row, 0, line.any.id, "strong")
    sheet.write_number(row, 1, line.weight, book.styles["entry"])
    book.write(sheet, row, 2, line.any.title)
    book.write(sheet, row, 3, say(f"strength-{line.any.strength}"))
    sheet.set_row(row, row_height([(line.any.title, _TITLE)]))
    for column, outcome in enumerate(line.outcomes, _FIRST):
        if outcome is None:
            book.write(sheet, row, column, "", "cell")
        else:
            sheet.write_string(row, column, verdict_text(outcome.verdict, say), book.marks[outcome.verdict])


def _share(
    book: Book, sheet: Worksheet, cell: tuple[int, int], rows: tuple[int, int], shown: float | None, say: Wording
) -> None:
    """Coverage as a formula over the verdicts below, so that it follows the weights."""
    weights = xl_range_abs(rows[0], 1, rows[1], 1)
    column = cell[1]
    verdicts = f"{xl_rowcol_to_cell(rows[0], column)}:{xl_rowcol_to_cell(rows[1], column)}"

    def being(verdict: Verdict) -> str:
        text = verdict_text(verdict, say).replace('"', '""')
        return f'({verdicts}="{text}")'

    met, partly, broken, silent = being("met"), being("partly-met"), being("not-met"), being("not-stated")
    got = f"SUMPRODUCT({weights},{met}+0.5*{partly})"
    asked = f"SUMPRODUCT({weights},{met}+{partly}+{broken}+{silent})"
    formula = f'=IFERROR({got}/{asked},"–")'
    sheet.write_formula(*cell, formula, book.styles["total"], "–" if shown is None else shown)
