"""A text to what a check finds in it, each thing with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.check import check
from checker.counted import counted
from checker.descriptions.apart import survived
from checker.descriptions.doubts import Doubt, doubts_in, in_words
from checker.descriptions.syntaxes import SYNTAXES
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.knowledge.names import local
from checker.lsp.settings import Asked, settings_for
from checker.lsp.text import Stretch, lines_of, token_at
from checker.placing import with_places
from checker.profiles import profile_of
from checker.report import STRENGTHS, InputReport, strengths_from
from checker.reports.issues import Issue, Level, issues
from checker.reports.texts import Wording

_OURS = "w3id.org/guidecheck/"
_LINE = re.compile(r":(\d+)$")


@dataclass(frozen=True, slots=True)
class Finding:
    """``of`` is the issue or doubt behind it; None where the text cannot be checked."""

    at: Stretch
    level: Level
    said: str
    of: Issue | Doubt | None = None


def findings_in(text: str, draft: Path, knowledge: Knowledge, asked: Asked) -> tuple[Finding, ...]:
    """What ``guidecheck check`` finds in a file of this name with this text. ``draft`` itself is not read."""
    lines = lines_of(text)
    suffix = draft.suffix.lower() if draft.suffix.lower() in SYNTAXES else ".ttl"
    with TemporaryDirectory(prefix="guidecheck-") as folder:
        file = Path(folder) / f"draft{suffix}"
        file.write_bytes(text.encode("utf-8", "replace"))
        try:
            survived(file)
            found = _checked(file, draft, knowledge, asked, lines)
        except GuidecheckError as error:
            found = (_wrong(error, lines),)
    return found if _OURS in text else tuple(f for f in found if f.of is None and is_syntax(f))


def _checked(file: Path, draft: Path, knowledge: Knowledge, asked: Asked, lines: list[str]) -> tuple[Finding, ...]:
    settings = settings_for(draft, asked)
    outcome = check([file], knowledge, settings.options)
    inputs = tuple(
        replace(i, path=str(draft)) for i in with_places(outcome.report.inputs, knowledge, settings.options, again=True)
    )
    report = replace(outcome.report, inputs=inputs)
    profile = profile_of(settings.options.profile, knowledge)
    today = datetime.now(UTC).date()
    report = counted(report, settings.policy, [draft], profile.requirements, knowledge, today).report
    shown = replace(report, inputs=tuple(_shown(i, settings.show) for i in report.inputs))
    say = Wording(knowledge.interface_texts(report.language))
    return (
        *(_wrong(error, lines) for error in outcome.errors),
        *(_doubted(doubt, say, lines) for doubt in doubts_in(file, knowledge)),
        *(Finding(_at(issue, lines), issue.level, _said(issue, say), issue) for issue in issues(shown)),
    )


def _shown(draft: InputReport, show: str) -> InputReport:
    kept = STRENGTHS if show == "all" else strengths_from(show)
    return replace(draft, requirements=tuple(row for row in draft.requirements if row.strength in kept))


def _said(issue: Issue, say: Wording) -> str:
    return f"{issue.head(say)}. {issue.body(say)}"


def _at(issue: Issue, lines: list[str]) -> Stretch:
    """Of a draft that states nothing to the point its name, of all else the whole."""
    place = issue.place
    if place is None:
        return Stretch(0, 0, 0, 0)
    start = token_at(lines, place.line - 1, max(place.column - 1, 0))
    if place.why == "draft" or not place.end_column:
        return start
    return replace(start, end_line=place.end_line - 1, end_column=place.end_column - 1)


def _doubted(doubt: Doubt, say: Wording, lines: list[str]) -> Finding:
    """At the term, where it stands on its line under any prefix, else at the whole line."""
    row = max(doubt.line - 1, 0)
    line = lines[row] if row < len(lines) else ""
    name = re.escape(local(doubt.term.rpartition(":")[2]) if doubt.of != "namespace" else doubt.term)
    found = re.search(rf"(?<=[:#/]){name}(?![\w-])" if doubt.of != "namespace" else name, line)
    start, end = found.span() if found else (len(line) - len(line.lstrip()), len(line))
    return Finding(Stretch(row, start, row, end), "warning", in_words(replace(doubt, line=0), say.texts), doubt)


def _wrong(error: GuidecheckError, lines: list[str]) -> Finding:
    cause = error.__cause__
    at = _LINE.search(error.where)
    row = min(int(at[1]) - 1 if at else 0, len(lines) - 1)
    column = (cause.offset or 1) - 1 if isinstance(cause, SyntaxError) and cause.lineno == row + 1 else 0
    said = f"{error.what}; {error.remedy}" if error.remedy else error.what
    return Finding(token_at(lines, row, min(column, len(lines[row]))), "error", said)


def is_syntax(found: Finding) -> bool:
    """True where the text is no valid RDF."""
    return found.said.startswith("not valid ")
