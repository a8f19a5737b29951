"""One draft in the terminal report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checker.report import InputReport, RequirementOutcome
from checker.reports.counts import ISSUES, by_duty, tally
from checker.reports.display import draft_name, one_line, place, shorten
from checker.reports.findings import Finding, findings
from checker.reports.issues import exempt
from checker.reports.terminal.marks import REVIEW, bar, count_line, verdict_mark
from checker.reports.texts import Wording

QUOTE = 150
"""Characters of a passage that are shown."""


def draft_section(draft: InputReport, say: Wording, *, rows: int, width: int) -> Iterator[RenderableType]:
    """Header, bar of verdicts, issues, what is missing, how much is not shown, notes."""
    yield Text(draft_name(draft), style="bold")
    facts = (shorten(draft.kind_label or draft.kind, 40), say.language(draft.language), say.pages(draft.pages))
    yield Text(" · ".join(facts))
    yield from (Text(warning, style="bold yellow") for warning in draft.warnings)
    if not draft.requirements:
        yield Text(say("no-requirements"))
    else:
        counts = tally(draft.requirements)
        yield bar(counts, min(width, 72))
        yield count_line(counts, say, width)
        yield from _issues(draft.requirements, say, rows)
    yield from listed(say("notes-heading"), draft.notes)
    if draft.unmatched_shapes:
        yield from listed(say("unmatched-heading"), [say("unmatched-note", n=len(draft.unmatched_shapes))])
    yield Text()


def _issues(requirements: Sequence[RequirementOutcome], say: Wording, rows: int) -> Iterator[RenderableType]:
    found = {f.lead.id: f for f in findings(requirements)}
    issues = sorted((f.lead for f in found.values() if f.lead.verdict in ISSUES), key=_what_counts_first)
    duties = [row for row in issues if row.strength != "may"]
    open_ones = [row for row in duties if row.verdict != "partly-met"][:rows]
    partly = [row for row in duties if row.verdict == "partly-met"][: max(rows // 2, 3)]
    if open_ones:
        yield _heading(say("text-issues"))
        yield _table(open_ones, found, say)
    if partly:
        yield _heading(say("text-partly"))
        yield _missing(partly, found, say)
    rest = len(issues) - len(open_ones) - len(partly)
    if rest:
        yield Text()
        yield Text(say("text-more", n=rest))
    elif not issues:
        yield Text(say("first-none"))


def _table(issues: Sequence[RequirementOutcome], found: Mapping[str, Finding], say: Wording) -> Table:
    table = Table(box=None, pad_edge=False, header_style="underline", padding=(0, 2, 0, 0), expand=True)
    table.add_column(say("column-id"), no_wrap=True)
    table.add_column(say("column-strength"), no_wrap=True)
    table.add_column(say("column-verdict"), min_width=14)
    table.add_column(say("column-passage"), ratio=1)
    for row in issues:
        table.add_row(_ids(found[row.id]), say(f"strength-{row.strength}"), verdict_mark(row, say), _passage(row, say))
    return table


def _what_counts_first(row: RequirementOutcome) -> tuple[object, ...]:
    return not row.counts, *by_duty(row)


def _ids(finding: Finding) -> str:
    return "\n".join(shorten(row.id, 16) for row in (finding.lead, *finding.also))


def _passage(row: RequirementOutcome, say: Wording) -> Text:
    text = Text(one_line(row.title), style="bold")
    if row.evidence and row.verdict != "not-stated":
        best = row.evidence[0]
        where = ", ".join(filter(None, (say.where(best), shorten(place(best), 60))))
        text.append(f"\n“{shorten(best.quote, QUOTE)}”", style="not bold")
        if where:
            text.append(f" ({where})", style="not bold italic")
    if mark := exempt(row, say):
        text.append(f"\n({mark})", style="not bold italic")
    if row.read_by:
        text.append(f"\n{say('read-by', model=shorten(row.read_by.model, 40))}", style="not bold dim")
    return text.append(_explained(row), style="not bold dim")


def _explained(row: RequirementOutcome) -> str:
    return f"\nguidecheck explain {shorten(row.id, 40)}"


def _missing(partly: Sequence[RequirementOutcome], found: Mapping[str, Finding], say: Wording) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for row in partly:
        text = Text(f"{one_line(row.title)} {REVIEW}" if row.needs_review else one_line(row.title), style="bold")
        if mark := exempt(row, say):
            text.append(f"\n({mark})", style="not bold italic")
        for item in row.missing:
            text.append(f"\n- {one_line(item)}", style="not bold")
        text.append(_explained(row), style="not bold dim")
        table.add_row(_ids(found[row.id]), say(f"strength-{row.strength}"), text)
    return table


def _heading(text: str) -> Padding:
    return Padding(Text(text, style="bold"), (1, 0, 0, 0))


def listed(heading: str, items: Sequence[str]) -> Iterator[RenderableType]:
    if items:
        yield _heading(heading)
    for item in items:
        yield Padding(Text(f"- {one_line(item)}"), (0, 0, 0, 1))
