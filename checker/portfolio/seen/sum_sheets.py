"""The sheets of sums: of all descriptions together by theme and kind, and of each requirement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.digits import grouped
from checker.portfolio.seen.about import About
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.sheet_parts import sheet_with_heads, write_shares, write_texts
from checker.portfolio.seen.sums import ALL, Sums
from checker.portfolio.seen.wording import Names
from checker.report import VERDICTS
from checker.reports.display import one_line, visible
from checker.reports.texts import Wording
from checker.sent_back.sheets.book import Book, verdict_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def write_whole(book: Book, portfolio: Portfolio, found: Sums, names: Names, say: Wording, *, raw: bool) -> None:
    sheet = book.sheet(say("summary-heading"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(found.kinds) + 7, 13)
    below = _facts(book, sheet, portfolio.about, found, names, say) + 2
    notes = [say("portfolio-method-coverage"), say("portfolio-method-countries")]
    if not raw:
        notes.append(say("portfolio-too-many-rows", n=grouped(found.whole.total)))
    for row, note in enumerate(notes, below):
        book.write(sheet, row, 0, note, "soft")
    _heat_map(book, sheet, below + len(notes) + 1, found, names, say)


def _facts(book: Book, sheet: Worksheet, about: About, found: Sums, names: Names, say: Wording) -> int:
    """Gives its last row."""
    book.write(sheet, 0, 0, say("portfolio-title"), "title")
    facts = [
        (say("portfolio-descriptions"), grouped(found.descriptions)),
        (say("checked-on"), say.date(visible(about.generated))),
        (say("profile"), one_line(names.profile(about.profile))),
        (say("knowledge"), one_line(about.knowledge)),
    ]
    facts += [(verdict_text(v, say), grouped(n)) for v, n in found.whole.counts]
    for row, (head, text) in enumerate(facts, 2):
        book.write(sheet, row, 0, head, "label")
        book.write(sheet, row, 1, text, "text")
    return len(facts) + 1


def _heat_map(book: Book, sheet: Worksheet, top: int, found: Sums, names: Names, say: Wording) -> None:
    """Themes down, kinds across, from the row ``top`` on."""
    book.write(sheet, top, 0, say("portfolio-heat-heading"), "heading")
    kinds = (ALL, *found.kinds)
    sheet.set_row(top + 1, 45)
    heads = [say("theme"), say("portfolio-all-kinds"), *(names.kind(kind) for kind in found.kinds)]
    for column, text in enumerate(heads):
        book.write(sheet, top + 1, column, text, "head")
    row = top + 1
    for row, theme in enumerate(sorted(found.themes, key=lambda t: names.theme(t).casefold()), top + 2):
        book.write(sheet, row, 0, names.theme(theme))
        write_shares(book, sheet, row, 1, (found.themes[theme].get(kind) for kind in kinds))
    if found.themes:
        scale = {"type": "2_color_scale", "min_color": "#F7FAFC", "max_color": "#78ABD0", "min_type": "num",
                 "max_type": "num", "min_value": 0, "max_value": 1}  # fmt: skip
        sheet.conditional_format(top + 2, 1, row, len(kinds), scale)


def write_requirements(book: Book, found: Sums, names: Names, say: Wording) -> None:
    kinds = (ALL, *found.kinds)
    heads = [
        say("column-id"), say("column-title"), say("theme"), say("strength"), say("portfolio-applies"),
        say("portfolio-missing"), *(verdict_text(v, say) for v in VERDICTS), say("portfolio-all-kinds"),
        *(names.kind(kind) for kind in found.kinds),
    ]  # fmt: skip
    sheet = sheet_with_heads(book, say("portfolio-sheet-requirements"), heads, (11, 52, 26, 11))
    for row, asked in enumerate(found.requirements, 1):
        counts = asked.all.counts
        title, theme = names.requirement(asked.id), names.theme(asked.theme)
        write_texts(book, sheet, row, (asked.id, title, theme, say(f"strength-{asked.strength}")))
        numbers = (counts.applicable, asked.all.missed, *(n for _, n in counts.counts))
        for column, n in enumerate(numbers, 4):
            sheet.write_number(row, column, n, book.styles["number"])
        write_shares(book, sheet, row, 4 + len(numbers), (asked.by_kind.get(kind) for kind in kinds))
    sheet.autofilter(0, 0, max(len(found.requirements), 1), len(heads) - 1)
