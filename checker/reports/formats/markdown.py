"""A summary in Markdown, such as GitHub shows beside a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.report import VERDICTS, InputReport, Report
from checker.reports.counts import tally
from checker.reports.display import draft_name, percent
from checker.reports.issues import Issue, exempt, issues, passage
from checker.reports.lacking import lacking
from checker.reports.markup import plain
from checker.reports.notes import note_line, remarks
from checker.reports.paths import plain_path
from checker.reports.texts import InterfaceTexts, Wording

MOST = 100
"""Issues shown for one draft."""
MOST_DRAFTS = 50
"""Drafts of which the issues are shown."""
MOST_COUNTED = 1000
"""Drafts that are in the table of counts."""
MOST_BYTES = 1_000_000
"""Of the whole: GitHub shows nothing of a summary beyond 1 MiB."""


def render(report: Report, texts: InterfaceTexts) -> str:
    """Counts of every draft, then the issues of each in a table; no character of a draft acts as markup."""
    say = Wording(texts)
    lines = ["# guidecheck", "", *_counts(report, say)]
    lines += [f"- {plain(f'{plain_path(f.path)}: {f.what}. {f.remedy}')}" for f in report.failed]
    warned = {warning for draft in report.inputs[:MOST_DRAFTS] for warning in draft.warnings}
    told = [one for one in remarks(report, say) if one.of.said not in warned]
    lines += [f"- {plain(note_line(one.of))}" for one in told[:MOST]]
    if len(told) > MOST:
        lines.append("- " + say("ci-more-notes", n=len(told) - MOST))
    if told or report.failed:
        lines.append("")
    if not report.inputs:
        lines.append(say("no-inputs"))
    found: dict[int, list[Issue]] = {}
    for issue in issues(report):
        found.setdefault(id(issue.draft), []).append(issue)
    shown, size = 0, _size(lines)
    for draft in report.inputs[:MOST_DRAFTS]:
        more = list(_issues(draft, found.get(id(draft), []), say))
        size += _size(more)
        if size > MOST_BYTES and shown:
            break
        shown += 1
        lines += more
    if left := len(report.inputs) - shown:
        lines.append(say("ci-more-drafts", n=left))
    return "\n".join(lines) + "\n"


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _counts(report: Report, say: Wording) -> Iterator[str]:
    if not report.inputs:
        return
    yield _row([say("draft"), *(say(f"verdict-{v}") for v in VERDICTS), say("coverage")])
    yield "|:--|" + "--:|" * (len(VERDICTS) + 1)
    for draft in report.inputs[:MOST_COUNTED]:
        counts = tally(draft.requirements)
        yield _row([plain(draft_name(draft)), *(str(n) for _, n in counts.counts), percent(counts.coverage)])
    yield ""


def _issues(draft: InputReport, found: list[Issue], say: Wording) -> Iterator[str]:
    yield f"## {plain(draft_name(draft))}"
    yield ""
    yield from (f"> {plain(warning)}\n" for warning in draft.warnings)
    if not found:
        yield say("ci-no-issue")
        yield ""
        return
    heads = ("column-id", "column-strength", "column-verdict", "column-title", "ci-place")
    yield _row([say(head) for head in heads])
    yield "|:--" * len(heads) + "|"
    for issue in found[:MOST]:
        row = issue.row
        asked = f"**{plain(row.title)}**" + "".join(f"<br>{plain(item)}" for item in lacking(row))
        verdict = say(f"verdict-{row.verdict}") + (f" ({say('needs-review')})" if row.needs_review else "")
        if mark := exempt(row, say):
            verdict += f"<br>{plain(mark)}"
        yield _row([plain(row.id), say(f"strength-{row.strength}"), verdict, asked, plain(_where(issue, say))])
    if len(found) > MOST:
        yield ""
        yield say("text-more", n=len(found) - MOST)
    yield ""


def _where(issue: Issue, say: Wording) -> str:
    path = plain_path(issue.draft.path)
    if at := issue.place:
        return f"{path}:{at.line}:{at.column}"
    path += f":{issue.line}" if issue.line else ""
    return ", ".join(filter(None, (path, passage(issue, say))))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
