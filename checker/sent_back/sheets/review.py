"""One draft as a workbook: a summary with a chart, its requirements, and its passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.report import Evidence, RequirementOutcome
from checker.reports.counts import natural
from checker.reports.display import draft_name, place
from checker.reports.lacking import lacking
from checker.sent_back.material import Material
from checker.sent_back.sheets.book import Book, made
from checker.sent_back.sheets.heights import row_height
from checker.sent_back.sheets.summary import summary

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (9, 25, 10, 16, 16, 11, 11, 16, 14, 22, 34, 44, 7, 20, 34, 32)
_PASSAGES = (10, 18, 9, 90, 7, 36, 11, 44)


def write(material: Material) -> bytes:
    draft = material.draft

    def fill(book: Book) -> None:
        first = book.sheet(material.say("sent-sheet-summary"), wide=False)
        _requirements(book, material)
        _passages(book, material)
        summary(book, first, material)

    return made(draft_name(draft), material.report.generated, fill)


def _requirements(book: Book, material: Material) -> None:
    say = material.say
    sheet = book.sheet(say("sent-sheet-requirements"))
    heads = [
        say("column-id"), say("column-title"), say("strength"), say("theme"), say("verdict"),
        say("sent-column-confidence"), say("sent-column-look"), say("sent-column-decided"), say("sent-proposed-head"),
        say("sent-column-comment"), say("sent-memo-missing"), say("sent-column-quote"), say("sent-column-page"),
        say("sent-column-heading"), say("provisions"), say("remedy"),
    ]  # fmt: skip
    for column, (text, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        book.write(sheet, 0, column, text, "head")
    sheet.set_row(0, 30)
    rows = sorted(material.draft.requirements, key=lambda r: natural(r.id))
    for number, row in enumerate(rows, 1):
        _requirement(book, sheet, number, row, material)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _requirement(book: Book, sheet: Worksheet, number: int, row: RequirementOutcome, material: Material) -> None:
    say, by, last = material.say, row.decided_by, material.standing.get(row.id)
    best = row.evidence[0] if row.evidence and row.verdict != "not-stated" else None
    who = f"{by.who}, {say.date(by.time)}" if by else last.who if last and row.comment else ""
    texts = {
        0: row.id,
        1: row.title,
        2: say(f"strength-{row.strength}"),
        3: row.theme_label or row.theme,
        6: say("sent-yes") if row.needs_review else "",
        7: who,
        8: say(f"verdict-{by.proposed}") if by else "",
        9: "\n".join(text for text in (by.why if by else "", row.comment) if text),
        10: "\n".join(lacking(row, 20)),
        11: best.quote if best else "",
        13: place(best) if best else "",
        14: "\n".join(f"{p.id}: {p.document}, {p.locator}" for p in row.provisions),
        15: row.remedy,
    }
    for column, text in texts.items():
        book.write(sheet, number, column, text, "strong" if column == 0 else "cell")
    book.write_verdict(sheet, number, 4, row.verdict, say)
    sheet.write_number(number, 5, row.confidence, book.styles["share"])
    _page(book, sheet, number, 12, best)
    sheet.set_row(number, row_height((text, _WIDTHS[column]) for column, text in texts.items()))


def _passages(book: Book, material: Material) -> None:
    say = material.say
    sheet = book.sheet(say("sent-sheet-passages"))
    heads = [
        say("column-id"), say("verdict"), say("sent-column-number"), say("sent-column-passage"),
        say("sent-column-page"), say("sent-column-heading"), say("sent-column-score"), say("sent-column-shows"),
    ]  # fmt: skip
    for column, (text, width) in enumerate(zip(heads, _PASSAGES, strict=True)):
        sheet.set_column(column, column, width)
        book.write(sheet, 0, column, text, "head")
    sheet.set_row(0, 30)
    number = 0
    for row in sorted(material.draft.requirements, key=lambda r: natural(r.id)):
        names = {claim.id: claim.name for claim in row.claims}
        for at, found in enumerate(row.evidence, 1):
            number += 1
            _passage(book, sheet, number, at, row, found, [names[c] for c in found.claims if c in names], material)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(number, 1), len(heads) - 1)


def _passage(
    book: Book, sheet: Worksheet, number: int, at: int, row: RequirementOutcome, found: Evidence,
    shows: Sequence[str], material: Material,
) -> None:  # fmt: skip
    book.write(sheet, number, 0, row.id, "strong")
    book.write_verdict(sheet, number, 1, row.verdict, material.say)
    sheet.write_number(number, 2, at, book.styles["number"])
    book.write(sheet, number, 3, found.quote)
    _page(book, sheet, number, 4, found)
    book.write(sheet, number, 5, place(found))
    sheet.write_number(number, 6, found.score, book.styles["share"])
    shown = "\n".join(shows)
    book.write(sheet, number, 7, shown)
    texts = {3: found.quote, 5: place(found), 7: shown}
    sheet.set_row(number, row_height((text, _PASSAGES[column]) for column, text in texts.items()))


def _page(book: Book, sheet: Worksheet, row: int, column: int, found: Evidence | None) -> None:
    if found and found.page:
        sheet.write_number(row, column, found.page, book.styles["number"])
    else:
        sheet.write_blank(row, column, None, book.styles["cell"])
