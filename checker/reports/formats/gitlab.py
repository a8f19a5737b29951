"""GitLab code quality: a list of issues, each with a fingerprint."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from checker.report import Failed, Report
from checker.reports.display import one_line
from checker.reports.issues import Issue, Level, issues
from checker.reports.notes import Remark, remarks
from checker.reports.paths import plain_path
from checker.reports.pretty import pretty
from checker.reports.texts import InterfaceTexts, Wording

_SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, texts: InterfaceTexts) -> str:
    """Where two issues would have one fingerprint, the second has its number behind it."""
    say, seen = Wording(texts), Counter[str]()
    found = [_failed(one) for one in report.failed]
    found += [_remark(one, report) for one in remarks(report, say) if one.of.path or report.inputs]
    for issue in issues(report):
        seen[issue.fingerprint] += 1
        times = seen[issue.fingerprint]
        found.append(_issue(issue, say, issue.fingerprint + (f"-{times}" if times > 1 else "")))
    return pretty(found)


def _issue(issue: Issue, say: Wording, fingerprint: str) -> dict[str, object]:
    at = issue.place
    lines = {"begin": at.line, "end": at.end_line} if at else {"begin": max(issue.line, 1)}
    return {
        "type": "issue",
        "check_name": one_line(issue.row.id),
        "description": f"{issue.head(say)}. {issue.body(say)}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[issue.level],
        "location": {"path": plain_path(issue.draft.path), "lines": lines},
    }


def _remark(remark: Remark, report: Report) -> dict[str, object]:
    """An issue must have a file: what is of the whole run stands at the first draft."""
    path = plain_path(remark.of.path or report.inputs[0].path)
    known = sha256(f"{path}\x1f{remark.said}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return {
        "type": "issue",
        "check_name": "note",
        "description": remark.said,
        "fingerprint": known,
        "severity": _SEVERITIES[remark.level],
        "location": {"path": path, "lines": {"begin": max(remark.of.line, 1)}},
    }


def _failed(failed: Failed) -> dict[str, object]:
    path = plain_path(failed.path)
    return {
        "type": "issue",
        "check_name": "not-checked",
        "description": one_line(f"{failed.what}. {failed.remedy}"),
        "fingerprint": f"not-checked:{path}",
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": max(failed.line, 1)}},
    }
