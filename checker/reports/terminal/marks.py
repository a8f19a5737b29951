"""Marks of the verdicts: told apart without colour, and printable in every encoding."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from checker.report import RequirementOutcome, Verdict
from checker.reports.counts import Tally
from checker.reports.texts import Wording

MARKS: dict[Verdict, str] = {"met": "+", "partly-met": "~", "not-met": "x", "not-stated": "o", "not-applicable": "-"}
STYLES: dict[Verdict, str] = {
    "met": "blue",
    "partly-met": "yellow",
    "not-met": "bold red",
    "not-stated": "magenta",
    "not-applicable": "bright_black",
}
REVIEW = "?"


def verdict_mark(row: RequirementOutcome, say: Wording) -> Text:
    """Mark and name of a verdict, with a question mark where a person should look."""
    name = f"{MARKS[row.verdict]} {say(f'verdict-{row.verdict}')}"
    return Text(f"{name} {REVIEW}" if row.needs_review else name, style=STYLES[row.verdict])


def bar(counts: Tally, width: int) -> Text:
    """A bar of marks, each verdict that occurs at least one column wide."""
    present = [(verdict, n) for verdict, n in counts.counts if n]
    text = Text("[")
    room = max(width - 2, len(present))
    done, used = 0, 0
    for index, (verdict, n) in enumerate(present):
        done += n
        left = len(present) - index - 1
        end = min(max(round(room * done / counts.total), used + 1), room - left)
        text.append(MARKS[verdict] * (end - used), style=STYLES[verdict])
        used = end
    return text.append("]")


def count_line(counts: Tally, say: Wording, width: int) -> Text:
    """Verdicts that occur, with how many requirements have each."""
    parts = [
        Text(f"{MARKS[verdict]} {say(f'verdict-{verdict}')} {n}", style=STYLES[verdict])
        for verdict, n in counts.counts
        if n
    ]
    if counts.applicable:
        parts.append(Text(f"{say('coverage')} {counts.coverage:.0%}"))
    return flow(parts, width)


def flow(parts: Sequence[Text], width: int) -> Text:
    """Parts side by side, none of them broken over two lines."""
    lines: list[list[Text]] = [[]]
    used = 0
    for part in parts:
        if lines[-1] and used + part.cell_len > width:
            lines.append([])
            used = 0
        lines[-1].append(part)
        used += part.cell_len + 3
    return Text("\n").join(Text("   ").join(line) for line in lines)
