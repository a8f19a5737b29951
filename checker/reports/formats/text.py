"""The terminal report: short, in the width of the terminal, readable without colour."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from checker.report import Report
from checker.reports.terminal.draft import draft_section
from checker.reports.terminal.folder import folder_table, legend, run_section
from checker.reports.texts import InterfaceTexts, Wording

MANY = 3
"""From more drafts than this on, each shows fewer rows."""


def render(report: Report, texts: InterfaceTexts, *, width: int = 80, colour: bool = False) -> str:
    """Plain text of at most ``width`` columns; terminal colours only where asked for."""
    say = Wording(texts)
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    if not report.inputs:
        console.print(say("no-inputs"))
    rows = 10 if len(report.inputs) <= MANY else 5
    for draft in report.inputs:
        for part in draft_section(draft, say, rows=rows, width=console.width):
            console.print(part)
    if len(report.inputs) > 1:
        console.print(folder_table(report.inputs, say))
    if report.inputs:
        console.print(legend(say, console.width))
    for part in run_section(report, say):
        console.print(part)
    lines = (_harmless(line.rstrip()) for line in out.getvalue().splitlines())
    return "\n".join(lines) + "\n"


def _harmless(line: str) -> str:
    """A line that the log of a runner does not take for a command."""
    start = line.lstrip()
    if start.startswith("::"):
        line = line.replace("::", ": :", 1)
    return line.replace("##[", "## [")
