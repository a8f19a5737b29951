"""The sheets of rows: each description, those that stand apart, and each verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.outliers import Outlier
from checker.portfolio.seen.sheet_parts import sheet_with_heads, write_texts
from checker.portfolio.seen.wording import Names
from checker.report import VERDICTS
from checker.reports.display import percent, visible
from checker.reports.texts import Wording
from checker.sent_back.sheets.book import Book, verdict_text

_D = """SELECT coalesce(title, description), description, kind, organisation, country, language, source, line, coverage,
met, partly_met, not_met, not_stated, not_applicable, taken FROM d ORDER BY n"""
_V = """SELECT d.description, v.requirement, v.verdict, v.strength, v.theme, v.needs_review, v.line, v.missing
FROM v JOIN d USING (n) ORDER BY v.n, v.requirement"""


def write_descriptions(book: Book, portfolio: Portfolio, names: Names, say: Wording, most_rows: int) -> None:
    heads = [
        say("portfolio-description"), say("column-id"), say("kind"), say("portfolio-organisation"),
        say("portfolio-country"), say("language"), say("portfolio-source"), say("portfolio-line-head"),
        say("coverage"), *(verdict_text(v, say) for v in VERDICTS),
        *([say("portfolio-taken")] if portfolio.about.activities else ()),
    ]  # fmt: skip
    sheet = sheet_with_heads(book, say("portfolio-sheet-descriptions"), heads, (52, 40, 24, 24, 16, 10, 36))
    if portfolio.about.activities:
        sheet.set_column(len(heads) - 1, len(heads) - 1, 80)
    row = 0
    for row, found in enumerate(portfolio.rows(_D)[: most_rows - 1], 1):
        name, id_, kind, organisation, country, language, source, line, share, *counts, taken = found
        said = (name, id_, names.kind(kind), organisation or "", country or "", language or "", source)
        write_texts(book, sheet, row, said)
        if line is not None:
            sheet.write_number(row, 7, line, book.styles["number"])
        if share is not None:
            sheet.write_number(row, 8, share, book.styles["share"])
        for column, n in enumerate(counts, 9):
            sheet.write_number(row, column, n, book.styles["number"])
        if taken:
            book.write(sheet, row, len(heads) - 1, names.taken(taken))
    sheet.autofilter(0, 0, max(row, 1), len(heads) - 1)


def write_outliers(book: Book, found: Sequence[Outlier], names: Names, say: Wording) -> None:
    heads = [say("portfolio-description"), say("portfolio-source"), say("kind"), say("portfolio-why")]
    sheet = sheet_with_heads(book, say("portfolio-sheet-outliers"), heads, (52, 36, 26, 80))
    for row, one in enumerate(found, 1):
        write_texts(book, sheet, row, (one.title, one.source, names.kind(one.kind), _reason(one, say)))


def _reason(one: Outlier, say: Wording) -> str:
    """Why it stands apart, in a sentence."""
    if one.why == "nothing-found" or one.why == "usual-missing":
        return say(f"portfolio-why-{one.why}", n=one.value)
    return say(f"portfolio-why-{one.why}", share=percent(one.value), usual=percent(one.usual))


def write_verdicts(book: Book, portfolio: Portfolio, names: Names, say: Wording) -> None:
    heads = [
        say("portfolio-description"), say("column-id"), say("verdict"), say("strength"), say("theme"),
        say("needs-review"), say("portfolio-line-head"), say("portfolio-lacking"),
    ]  # fmt: skip
    sheet = sheet_with_heads(book, say("portfolio-sheet-verdicts"), heads, (52, 11, 18, 11, 26, 12, 9, 60))
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
