"""The first sheet of a review: what was checked, counts by theme, and a chart."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from checker.reports.counts import tally, themes
from checker.reports.display import draft_name, one_line, visible
from checker.sent_back.front import decided_in_words
from checker.sent_back.looks import LOOKS, SOFT
from checker.sent_back.material import Material
from checker.sent_back.memo.chart import SHOWN
from checker.sent_back.sheets.book import Book, verdict_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def summary(book: Book, sheet: Worksheet, material: Material) -> None:
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
