"""A portfolio as a workbook: sums, requirements, descriptions, and every verdict where a sheet holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from checker.errors import writing
from checker.knowledge import Knowledge
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.outliers import Outlier, outliers
from checker.portfolio.seen.sums import ALL, Sum, Sums, sums
from checker.portfolio.seen.wording import Names
from checker.report import VERDICTS
from checker.reports.display import one_line, percent, visible
from checker.reports.texts import Wording
from checker.sent_back.sheets.book import Book, verdict_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""Rows of a sheet, its head among them."""
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
_D = """SELECT coalesce(title, description), description, kind, organisation, country, language, source, line, coverage,
met, partly_met, not_met, not_stated, not_applicable, taken FROM d ORDER BY n"""
_V = """SELECT d.description, v.requirement, v.verdict, v.strength, v.theme, v.needs_review, v.line, v.missing
FROM v JOIN d USING (n) ORDER BY v.n, v.requirement"""


def write_book(
    portfolio: Portfolio, file: Path, knowledge: Knowledge, language: str, most_rows: int = MOST_ROWS
) -> None:
    """Raises CallError where the file cannot be written."""
    say, names, found = Wording(knowledge.interface_texts(language)), Names(knowledge, language), sums(portfolio)
    with _writing(file), xlsxwriter.Workbook(str(file), _OPTIONS) as workbook:
        properties: dict[str, object] = {"title": say("portfolio-title"), "author": "guidecheck"}
        with suppress(ValueError):
            properties["created"] = datetime.fromisoformat(portfolio.about.generated).replace(tzinfo=None)
        workbook.set_properties(properties)
        book = Book(workbook)
        rows = found.whole.total
        _whole(book, portfolio, found, names, say, raw=rows < most_rows)
        _requirements(book, found, names, say)
        _descriptions(book, portfolio, names, say, most_rows)
        _outliers(book, outliers(portfolio), names, say)
        if portfolio.about.failures:
            heads = [say("portfolio-where"), say("portfolio-what"), say("portfolio-remedy")]
            sheet = _sheet(book, say("portfolio-sheet-failures"), heads, (60, 60, 60))
            for row, one in enumerate(portfolio.about.failures, 1):
                _texts(book, sheet, row, (one.where, one.what, one.remedy))
        if rows < most_rows:
            _verdicts(book, portfolio, names, say)


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    with writing("the workbook", file):
        try:
            yield
        except FileCreateError as error:
            raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from error


def _whole(book: Book, portfolio: Portfolio, found: Sums, names: Names, say: Wording, *, raw: bool) -> None:
    sheet = book.sheet(say("summary-heading"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(found.kinds) + 7, 13)
    about = portfolio.about
    book.write(sheet, 0, 0, say("portfolio-title"), "title")
    facts = [
        (say("portfolio-descriptions"), f"{found.descriptions:,}".replace(",", "\u202f")),
        (say("checked-on"), say.date(visible(about.generated))),
        (say("profile"), one_line(names.profile(about.profile))),
        (say("knowledge"), one_line(about.knowledge)),
    ]
    facts += [(verdict_text(v, say), f"{n:,}".replace(",", "\u202f")) for v, n in found.whole.counts]
    for row, (head, text) in enumerate(facts, 2):
        book.write(sheet, row, 0, head, "label")
        book.write(sheet, row, 1, text, "text")
    top = len(facts) + 3
    notes = [say("portfolio-method-coverage"), say("portfolio-method-countries")]
    if not raw:
        notes.append(say("portfolio-too-many-rows", n=f"{found.whole.total:,}".replace(",", "\u202f")))
    for at, note in enumerate(notes):
        book.write(sheet, top + at, 0, note, "soft")
    top += len(notes) + 1
    book.write(sheet, top, 0, say("portfolio-heat-heading"), "heading")
    kinds = (ALL, *found.kinds)
    sheet.set_row(top + 1, 45)
    heads = [say("theme"), say("portfolio-all-kinds"), *(names.kind(kind) for kind in found.kinds)]
    for column, text in enumerate(heads):
        book.write(sheet, top + 1, column, text, "head")
    row = top + 1
    for row, theme in enumerate(sorted(found.themes, key=lambda t: names.theme(t).casefold()), top + 2):
        book.write(sheet, row, 0, names.theme(theme))
        _shares(book, sheet, row, 1, (found.themes[theme].get(kind) for kind in kinds))
    if found.themes:
        scale = {"type": "2_color_scale", "min_color": "#F7FAFC", "max_color": "#78ABD0", "min_type": "num",
                 "max_type": "num", "min_value": 0, "max_value": 1}  # fmt: skip
        sheet.conditional_format(top + 2, 1, row, len(kinds), scale)


def _requirements(book: Book, found: Sums, names: Names, say: Wording) -> None:
    kinds = (ALL, *found.kinds)
    heads = [
        say("column-id"), say("column-title"), say("theme"), say("strength"), say("portfolio-applies"),
        say("portfolio-missing"), *(verdict_text(v, say) for v in VERDICTS), say("portfolio-all-kinds"),
        *(names.kind(kind) for kind in found.kinds),
    ]  # fmt: skip
    sheet = _sheet(book, say("portfolio-sheet-requirements"), heads, (11, 52, 26, 11))
    for row, asked in enumerate(found.requirements, 1):
        counts = asked.all.counts
        title, theme = names.requirement(asked.id), names.theme(asked.theme)
        _texts(book, sheet, row, (asked.id, title, theme, say(f"strength-{asked.strength}")))
        numbers = (counts.applicable, asked.all.missed, *(n for _, n in counts.counts))
        for column, n in enumerate(numbers, 4):
            sheet.write_number(row, column, n, book.styles["number"])
        _shares(book, sheet, row, 4 + len(numbers), (asked.by_kind.get(kind) for kind in kinds))
    sheet.autofilter(0, 0, max(len(found.requirements), 1), len(heads) - 1)


def _descriptions(book: Book, portfolio: Portfolio, names: Names, say: Wording, most_rows: int) -> None:
    heads = [
        say("portfolio-description"), say("column-id"), say("kind"), say("portfolio-organisation"),
        say("portfolio-country"), say("language"), say("portfolio-source"), say("portfolio-line-head"),
        say("coverage"), *(verdict_text(v, say) for v in VERDICTS),
        *([say("portfolio-taken")] if portfolio.about.activities else ()),
    ]  # fmt: skip
    sheet = _sheet(book, say("portfolio-sheet-descriptions"), heads, (52, 40, 24, 24, 16, 10, 36))
    if portfolio.about.activities:
        sheet.set_column(len(heads) - 1, len(heads) - 1, 80)
    row = 0
    for row, found in enumerate(portfolio.rows(_D)[: most_rows - 1], 1):
        name, id_, kind, organisation, country, language, source, line, share, *counts, taken = found
        said = (name, id_, names.kind(kind), organisation or "", country or "", language or "", source)
        _texts(book, sheet, row, said)
        if line is not None:
            sheet.write_number(row, 7, line, book.styles["number"])
        if share is not None:
            sheet.write_number(row, 8, share, book.styles["share"])
        for column, n in enumerate(counts, 9):
            sheet.write_number(row, column, n, book.styles["number"])
        if taken:
            book.write(sheet, row, len(heads) - 1, names.taken(taken))
    sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)


def _outliers(book: Book, found: Sequence[Outlier], names: Names, say: Wording) -> None:
    heads = [say("portfolio-description"), say("portfolio-source"), say("kind"), say("portfolio-why")]
    sheet = _sheet(book, say("portfolio-sheet-outliers"), heads, (52, 36, 26, 80))
    for row, one in enumerate(found, 1):
        _texts(book, sheet, row, (one.title, one.source, names.kind(one.kind), reason(one, say)))


def reason(one: Outlier, say: Wording) -> str:
    """Why it stands apart, in a sentence."""
    if one.why == "nothing-found" or one.why == "usual-missing":
        return say(f"portfolio-why-{one.why}", n=one.value)
    return say(f"portfolio-why-{one.why}", share=percent(one.value), usual=percent(one.usual))


def _verdicts(book: Book, portfolio: Portfolio, names: Names, say: Wording) -> None:
    heads = [
        say("portfolio-description"), say("column-id"), say("verdict"), say("strength"), say("theme"),
        say("needs-review"), say("portfolio-line-head"), say("portfolio-lacking"),
    ]  # fmt: skip
    sheet = _sheet(book, say("portfolio-sheet-verdicts"), heads, (52, 11, 18, 11, 26, 12, 9, 60))
    words = {v: verdict_text(v, say) for v in VERDICTS}
    row = 0
    for row, one in enumerate(_fetched(portfolio), 1):
        name, id_, verdict, strength, theme, look, line, missing = one
        said = (name, id_, words[verdict], say(f"strength-{strength}"), names.theme(theme), "×" if look else "")
        for column, text in enumerate(said):
            sheet.write_string(row, column, visible(text))
        if line is not None:
            sheet.write_number(row, 6, line)
        sheet.write_string(row, 7, visible(missing or ""))
    sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)


def _fetched(portfolio: Portfolio) -> Iterator[tuple[Any, ...]]:
    found = portfolio.con.execute(_V)
    while some := found.fetchmany(2000):
        yield from some


def _sheet(book: Book, name: str, heads: Sequence[str], widths: Sequence[float]) -> Worksheet:
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


def _texts(book: Book, sheet: Worksheet, row: int, texts: Iterable[str]) -> None:
    for column, text in enumerate(texts):
        book.write(sheet, row, column, one_line(text))


def _shares(book: Book, sheet: Worksheet, row: int, column: int, cells: Iterable[Sum | None]) -> None:
    for at, one in enumerate(cells, column):
        if one is None:
            continue
        if one.share is None:
            book.write(sheet, row, at, "–", "text")
        else:
            sheet.write_number(row, at, one.share, book.styles["share"])
