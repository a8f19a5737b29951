"""One draft as a workbook: a summary with a chart, its requirements, and its passages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from checker.report import Evidence, RequirementOutcome
from checker.reports.counts import natural, tally, themes
from checker.reports.display import draft_name, one_line, place, visible
from checker.sent_back.front import decided_in_words
from checker.sent_back.looks import LOOKS, SOFT
from checker.sent_back.material import Material
from checker.sent_back.memo.chart import SHOWN
from checker.sent_back.sheets.book import Book, cell_text, made, verdict_text
from checker.sent_back.words import lacking

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (10, 34, 10, 18, 18, 11, 12, 20, 18, 34, 40, 52, 7, 30, 44, 44)
_TALL = 15 * 9


def write(material: Material) -> bytes:
    draft = material.draft

    def fill(book: Book) -> None:
        summary = book.sheet(material.say("sent-sheet-summary"), wide=False)
        _requirements(book, material)
        _passages(book, material)
        _summary(book, summary, material)

    return made(draft_name(draft), material.report.generated, fill)


def _summary(book: Book, sheet: Worksheet, material: Material) -> None:
    say, draft, report = material.say, material.draft, material.report
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 7, 13)
    sheet.set_row(0, 28)
    book.write(sheet, 0, 0, draft_name(draft), "title")
    facts = [
        (say("kind-of-draft"), one_line(draft.kind_label or draft.kind)),
        (say("language"), say.language(draft.language)),
        (say("profile"), one_line(report.profile_label or report.profile)),
        (say("checked-on"), say.date(visible(report.generated))),
        (say("checksum"), one_line(draft.sha256)),
        (say("knowledge"), one_line(report.knowledge)),
    ]
    rows = count(2)
    for head, text in facts:
        row = next(rows)
        book.write(sheet, row, 0, head, "label")
        book.write(sheet, row, 1, text, "text")
    for text in (decided_in_words(material), *draft.warnings, *draft.notes):
        book.write(sheet, next(rows), 0, one_line(text), "soft")
    _counts(book, sheet, next(rows) + 1, material)


def _counts(book: Book, sheet: Worksheet, top: int, material: Material) -> None:
    """A row a theme, a column a verdict, and the chart of both."""
    say, name = material.say, sheet.get_name()
    heads = [say("theme"), *(verdict_text(v, say) for v in SHOWN), verdict_text("not-applicable", say), say("coverage")]
    sheet.set_row(top, 30)
    for column, text in enumerate(heads):
        book.write(sheet, top, column, text, "head")
    groups = themes(material.draft.requirements)
    for row, (label, some) in enumerate(groups, top + 1):
        counts = tally(some)
        book.write(sheet, row, 0, one_line(label))
        for column, verdict in enumerate((*SHOWN, "not-applicable"), 1):
            sheet.write_number(row, column, counts.of(verdict), book.styles["number"])
        sheet.write_number(row, 6, counts.coverage, book.styles["share"])
    last = top + max(len(groups), 1)
    total = tally(material.draft.requirements)
    book.write(sheet, last + 1, 0, say("sent-overall"), "strong")
    for column, verdict in enumerate((*SHOWN, "not-applicable"), 1):
        sheet.write_number(last + 1, column, total.of(verdict), book.styles["number"])
    sheet.write_number(last + 1, 6, total.coverage, book.styles["share"])
    if not groups:
        return
    chart = book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for column, verdict in enumerate(SHOWN, 1):
        look = LOOKS[verdict]
        chart.add_series(
            {
                "name": [name, top, column],
                "categories": [name, top + 1, 0, last, 0],
                "values": [name, top + 1, column, last, column],
                "fill": {"color": f"#{look.fill}"},
                "border": {"color": f"#{SOFT}", "width": 0.75},
                "gap": 40,
            }
        )
    chart.set_title({"name": say("sent-chart-title"), "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"major_gridlines": {"visible": False}, "num_format": "0"})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 860, "height": 120 + 26 * len(groups)})
    sheet.insert_chart(last + 4, 0, chart, {"description": say("sent-chart-title")})


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
    rows = sorted(material.draft.requirements, key=lambda r: natural(r.id))
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, min(_TALL, 15 * _lines(row)))
        _requirement(book, sheet, number, row, material)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)


def _requirement(book: Book, sheet: Worksheet, number: int, row: RequirementOutcome, material: Material) -> None:
    say, by, last = material.say, row.decided_by, material.standing.get(row.id)
    best = row.evidence[0] if row.evidence else None
    said = "\n".join(text for text in (by.why if by else "", row.comment) if text)
    who = f"{by.who}, {say.date(by.time)}" if by else last.who if last and row.comment else ""
    before: list[str] = [row.id, row.title, say(f"strength-{row.strength}"), row.theme_label or row.theme]
    for column, text in enumerate(before):
        book.write(sheet, number, column, text, "strong" if column == 0 else "cell")
    book.write_verdict(sheet, number, 4, row.verdict, say)
    sheet.write_number(number, 5, row.confidence, book.styles["share"])
    provisions = "\n".join(f"{p.id}: {p.document}, {p.locator}" for p in row.provisions)
    after = [
        say("sent-yes") if row.needs_review else "", who, say(f"verdict-{by.proposed}") if by else "", said,
        "\n".join(lacking(row, 20)), best.quote if best else "",
    ]  # fmt: skip
    for column, text in enumerate(after, 6):
        book.write(sheet, number, column, text)
    _page(book, sheet, number, 12, best)
    for column, text in enumerate((place(best) if best else "", provisions, row.remedy), 13):
        book.write(sheet, number, column, text)


def _lines(row: RequirementOutcome) -> int:
    best = row.evidence[0].quote if row.evidence else ""
    return max(2, len(row.title) // 32 + 1, len(best) // 50 + 1, len(row.remedy) // 42 + 1, 2 * len(row.provisions))


def _passages(book: Book, material: Material) -> None:
    say = material.say
    sheet = book.sheet(say("sent-sheet-passages"))
    heads = [
        say("column-id"), say("verdict"), say("sent-column-number"), say("sent-column-passage"),
        say("sent-column-page"), say("sent-column-heading"), say("sent-column-score"), say("sent-column-shows"),
    ]  # fmt: skip
    for column, (text, width) in enumerate(zip(heads, (10, 18, 9, 90, 7, 36, 11, 44), strict=True)):
        sheet.set_column(column, column, width)
        book.write(sheet, 0, column, text, "head")
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
    book.write(sheet, number, 3, cell_text(found.quote))
    _page(book, sheet, number, 4, found)
    book.write(sheet, number, 5, place(found))
    sheet.write_number(number, 6, found.score, book.styles["share"])
    book.write(sheet, number, 7, "\n".join(shows))


def _page(book: Book, sheet: Worksheet, row: int, column: int, found: Evidence | None) -> None:
    if found and found.page:
        sheet.write_number(row, column, found.page, book.styles["number"])
    else:
        sheet.write_blank(row, column, None, book.styles["cell"])
