"""Several proposals side by side: requirements down, proposals across, in one workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from checker.report import VERDICTS, InputReport, RequirementOutcome, Verdict
from checker.reports.counts import natural, tally
from checker.reports.display import draft_name, one_line, place, shorten
from checker.reports.texts import InterfaceTexts, Wording
from checker.sent_back.sheets.book import Book, made, verdict_text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FIRST = 4
"""The column of the first proposal."""
_HEAD = 4
_QUOTE = 600


@dataclass(frozen=True, slots=True)
class _Line:
    """A requirement with its outcome in each proposal, None where it is not asked."""

    any: RequirementOutcome
    weight: float
    outcomes: tuple[RequirementOutcome | None, ...]


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
    say, lines = Wording(texts), _lines(drafts, weights or {})

    def fill(book: Book) -> None:
        _matrix(book, drafts, lines, say, profile, generated)
        _proposals(book, drafts, lines, say)
        _passages(book, drafts, lines, say)

    return made(say("sent-comparison-heading"), generated, fill)


def coverage(outcomes: Sequence[tuple[RequirementOutcome | None, float]]) -> float | None:
    """Weighed share that is met, partly met counting half; None where nothing applies."""
    asked = [(row, weight) for row, weight in outcomes if row is not None and row.verdict != "not-applicable"]
    total = sum(weight for _, weight in asked)
    got = sum(weight * {"met": 1.0, "partly-met": 0.5}.get(row.verdict, 0.0) for row, weight in asked)
    return got / total if total else None


def _lines(drafts: Sequence[InputReport], weights: Mapping[str, float]) -> tuple[tuple[str, tuple[_Line, ...]], ...]:
    """Lines by theme, themes in the order in which they first appear."""
    rows = [{row.id: row for row in draft.requirements} for draft in drafts]
    some = {row.id: row for found in rows for row in found.values()}
    groups: dict[str, list[_Line]] = {}
    for row in some.values():
        outcomes = tuple(found.get(row.id) for found in rows)
        line = _Line(row, weights.get(row.id, row.weight), outcomes)
        groups.setdefault(row.theme_label or row.theme, []).append(line)
    return tuple((label, tuple(sorted(g, key=lambda one: natural(one.any.id)))) for label, g in groups.items())


def _matrix(
    book: Book,
    drafts: Sequence[InputReport],
    groups: Sequence[tuple[str, Sequence[_Line]]],
    say: Wording,
    profile: str,
    generated: str,
) -> None:
    sheet = book.sheet(say("sent-sheet-comparison"))
    for column, width in enumerate((11, 9, 46, 11)):
        sheet.set_column(column, column, width)
    sheet.set_column(_FIRST, _FIRST + max(len(drafts), 1) - 1, 21)
    sheet.set_row(0, 28)
    book.write(sheet, 0, 0, say("sent-comparison-heading"), "title")
    about = [f"{say('profile')}: {one_line(profile)}"] if profile else []
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
    return f"{say('sent-legend')}:   {marks}"


def _theme(
    book: Book, sheet: Worksheet, row: int, label: str, lines: Sequence[_Line], proposals: int, say: Wording
) -> None:
    for column, text in enumerate(("", "", one_line(label), say("coverage"))):
        book.write(sheet, row, column, text, "theme")
    for at in range(proposals):
        shown = coverage([(line.outcomes[at], line.weight) for line in lines])
        _share(book, sheet, (row, _FIRST + at), (row + 1, row + len(lines)), shown, say)


def _outcomes(book: Book, sheet: Worksheet, row: int, line: _Line, say: Wording) -> None:
    book.write(sheet, row, 0, line.any.id, "strong")
    sheet.write_number(row, 1, line.weight, book.styles["entry"])
    book.write(sheet, row, 2, line.any.title)
    book.write(sheet, row, 3, say(f"strength-{line.any.strength}"))
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


def _proposals(
    book: Book, drafts: Sequence[InputReport], groups: Sequence[tuple[str, Sequence[_Line]]], say: Wording
) -> None:
    sheet = book.sheet(say("sent-sheet-proposals"))
    heads = [
        say("draft"), say("kind-of-draft"), say("language"), say("pages"), say("coverage"),
        *(verdict_text(verdict, say) for verdict in VERDICTS), say("sent-column-decided"), say("checksum"),
    ]  # fmt: skip
    sheet.set_row(0, 30)
    for column, text in enumerate(heads):
        sheet.set_column(column, column, (44, 26, 12, 12, 10, 13, 13, 13, 16, 16, 30, 70)[column])
        book.write(sheet, 0, column, text, "head")
    everything = [line for _, lines in groups for line in lines]
    for at, draft in enumerate(drafts):
        row, counts = at + 1, tally(draft.requirements)
        names = dict.fromkeys(one_line(r.decided_by.who) for r in draft.requirements if r.decided_by)
        shown = coverage([(line.outcomes[at], line.weight) for line in everything])
        book.write(sheet, row, 0, draft_name(draft), "strong")
        book.write(sheet, row, 1, one_line(draft.kind_label or draft.kind))
        book.write(sheet, row, 2, say.language(draft.language))
        book.write(sheet, row, 3, say.pages(draft.pages) if draft.pages else "")
        if shown is None:
            book.write(sheet, row, 4, "–")
        else:
            sheet.write_number(row, 4, shown, book.styles["share"])
        for column, verdict in enumerate(VERDICTS, 5):
            sheet.write_number(row, column, counts.of(verdict), book.styles["number"])
        book.write(sheet, row, 10, ", ".join(names) or "–")
        book.write(sheet, row, 11, draft.sha256)
    sheet.freeze_panes(1, 1)


def _passages(
    book: Book, drafts: Sequence[InputReport], groups: Sequence[tuple[str, Sequence[_Line]]], say: Wording
) -> None:
    """What each proposal says on each requirement, side by side."""
    sheet = book.sheet(say("sent-sheet-passages"))
    sheet.set_column(0, 0, 11)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 1 + max(len(drafts), 1), 52)
    for column, text in enumerate((say("column-id"), say("column-title"), *map(draft_name, drafts))):
        book.write(sheet, 0, column, text, "head")
    for row, line in enumerate((line for _, lines in groups for line in lines), 1):
        book.write(sheet, row, 0, line.any.id, "strong")
        book.write(sheet, row, 1, line.any.title)
        for column, outcome in enumerate(line.outcomes, 2):
            book.write(sheet, row, column, _said(outcome, say))
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)


def _said(outcome: RequirementOutcome | None, say: Wording) -> str:
    if outcome is None:
        return say("sent-comparison-unasked")
    verdict = verdict_text(outcome.verdict, say)
    if not outcome.evidence or outcome.verdict in ("not-stated", "not-applicable"):
        return verdict
    best = outcome.evidence[0]
    page = say("page-n", n=best.page) if best.page else ""
    where = ", ".join(part for part in (page, place(best)) if part)
    return (
        f"{verdict}\n{shorten(best.quote, _QUOTE)}\n[{where}]" if where else f"{verdict}\n{shorten(best.quote, _QUOTE)}"
    )
