"""What closes the terminal report: all drafts in one table, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from checker.report import VERDICTS, InputReport, Note, Report
from checker.reports.counts import tally
from checker.reports.display import draft_name, shorten
from checker.reports.notes import note_line, of_run
from checker.reports.terminal.draft import listed
from checker.reports.terminal.marks import MARKS, REVIEW, STYLES, flow
from checker.reports.texts import Wording


def folder_table(drafts: Sequence[InputReport], say: Wording) -> Table:
    """One line a draft, in the order in which they were given: a comparison, no ranking."""
    table = Table(
        box=None,
        pad_edge=False,
        title=say("drafts-heading"),
        title_justify="left",
        title_style="bold",
        header_style="underline",
        padding=(0, 2, 0, 0),
    )
    table.add_column(say("draft"), ratio=1)
    table.add_column(say("kind"))
    for verdict in VERDICTS:
        table.add_column(MARKS[verdict], justify="right", style=STYLES[verdict], no_wrap=True)
    table.add_column(REVIEW, justify="right", no_wrap=True)
    for draft in drafts:
        counts = tally(draft.requirements)
        numbers = [str(n) for _, n in counts.counts] + [str(counts.needs_review)]
        table.add_row(shorten(draft_name(draft), 60), shorten(draft.kind_label or draft.kind, 40), *numbers)
    return table


def run_section(report: Report, say: Wording) -> Iterator[RenderableType]:
    """What could not be checked, and what is to be known of the whole run."""
    failed = [note_line(Note(f"{f.what}; {f.remedy}" if f.remedy else f.what, f.path, f.line)) for f in report.failed]
    yield from listed(say("not-checked"), failed)
    yield from listed(say("notes-heading"), [note_line(remark.of) for remark in of_run(report, say)])


def legend(say: Wording, width: int) -> Text:
    """The marks and their names."""
    names = [f"{MARKS[verdict]} {say(f'verdict-{verdict}')}" for verdict in VERDICTS]
    names.append(f"{REVIEW} {say('needs-review')}")
    return Text("\n").append(flow([Text(name) for name in names], width))
