"""GitHub annotations: workflow commands on standard output, which nothing in a draft can end or forge."""

from __future__ import annotations

from checker.report import Failed, Place, Report
from checker.reports.display import one_line, visible
from checker.reports.issues import Issue, Level, issues
from checker.reports.notes import Remark, remarks
from checker.reports.paths import shown_path
from checker.reports.texts import InterfaceTexts, Wording

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, texts: InterfaceTexts) -> str:
    """A line each; of each level GitHub shows ten a step, so the gravest come first."""
    say, order = Wording(texts), list(_COMMANDS)
    lines: list[tuple[Level, str]] = [("error", _failure(failed)) for failed in report.failed]
    lines += [(one.level, _remark(one)) for one in remarks(report, say)]
    lines += [(issue.level, _annotation(issue, say)) for issue in issues(report)]
    return "".join(f"{line}\n" for _, line in sorted(lines, key=lambda line: order.index(line[0])))


def _failure(failed: Failed) -> str:
    at = _spot(failed.line, failed.column)
    return _command("error", one_line(f"{failed.what}. {failed.remedy}".strip()), failed.path, at)


def _remark(remark: Remark) -> str:
    at = _spot(remark.of.line)
    return _command(_COMMANDS[remark.level], remark.said, remark.of.path, {**at, "title": "guidecheck"})


def _spot(line: int, column: int = 0) -> dict[str, str]:
    return {name: str(value) for name, value in (("line", line), ("col", column)) if value}


def _annotation(issue: Issue, say: Wording) -> str:
    at = _at(issue.place) if issue.place else _spot(issue.line)
    return _command(
        _COMMANDS[issue.level], issue.body(say), issue.draft.path, {**at, "title": one_line(issue.head(say))}
    )


def _at(place: Place) -> dict[str, str]:
    """Where it begins; an end only on the same line, since GitHub drops columns where the lines differ."""
    found = {"line": str(place.line), "col": str(place.column)}
    if place.end_line != place.line or not place.end_column:
        return found
    return found | {"endLine": str(place.end_line), "endColumn": str(place.end_column)}


def _command(name: str, message: str, path: str, properties: dict[str, str]) -> str:
    named = {"file": shown_path(path)} if path else {}
    said = ",".join(f"{key}={_property(value)}" for key, value in {**named, **properties}.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    """Percent signs and ends of lines, as the runner reads them."""
    return visible(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
