"""Beside the matrix: what each proposal is, and what the proposals say on each requirement."""

from __future__ import annotations

from collections.abc import Sequence

from checker.report import VERDICTS, InputReport, RequirementOutcome
from checker.reports.counts import tally
from checker.reports.display import draft_name, one_line, place, shorten
from checker.reports.texts import Wording
from checker.sent_back.sheets.book import Book, verdict_text
from checker.sent_back.sheets.heights import row_height
from checker.sent_back.sheets.side_by_side import Line, coverage

_QUOTE = 600


def proposals_sheet(
    book: Book, drafts: Sequence[InputReport], groups: Sequence[tuple[str, Sequence[Line]]], say: Wording
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


def passages_sheet(
    book: Book, drafts: Sequence[InputReport], groups: Sequence[tuple[str, Sequence[Line]]], say: Wording
) -> None:
    """What each proposal says on each requirement, side by side."""
    sheet = book.sheet(say("sent-sheet-passages"))
    sheet.set_row(0, 30)
    sheet.set_column(0, 0, 11)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 1 + max(len(drafts), 1), 52)
    for column, text in enumerate((say("column-id"), say("column-title"), *map(draft_name, drafts))):
        book.write(sheet, 0, column, text, "head")
    for row, line in enumerate((line for _, lines in groups for line in lines), 1):
        book.write(sheet, row, 0, line.any.id, "strong")
        book.write(sheet, row, 1, line.any.title)
        said = [_said(outcome, say) for outcome in line.outcomes]
        for column, text in enumerate(said, 2):
            book.write(sheet, row, column, text)
        sheet.set_row(row, row_height([(line.any.title, 40), *((text, 52) for text in said)]))
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
