"""CSV: a row for each requirement of each draft. Nothing in it is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO

from checker.report import InputReport, Report, RequirementOutcome
from checker.reports.counts import ISSUES
from checker.reports.display import draft_name, one_line, place
from checker.reports.issues import Issue
from checker.reports.lacking import lacking
from checker.reports.paths import plain_path
from checker.reports.texts import InterfaceTexts

COLUMNS = (
    "file", "line", "column", "end_line", "end_column", "node", "page", "heading", "requirement", "strength",
    "verdict", "level", "needs_review", "title", "missing", "remedy", "provisions", "kind", "language", "fingerprint",
    "exempt", "draft",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", "::")


def render(report: Report, texts: InterfaceTexts) -> str:
    """UTF-8, one header. Level and fingerprint are empty where there is no issue; ``exempt`` says why one counts not.

    ``draft`` is the IRI of the draft, or its title: a file can hold many.

    What is said of a whole run has no row: a row is a requirement.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for draft in report.inputs:
        for row in draft.requirements:
            values = _values(draft, row)
            writer.writerow([_cell(values.get(column)) for column in COLUMNS])
    return out.getvalue()


def _values(draft: InputReport, row: RequirementOutcome) -> dict[str, object]:
    issue = Issue(draft, row)
    values: dict[str, object] = {
        "file": plain_path(draft.path),
        "requirement": row.id,
        "strength": row.strength,
        "verdict": row.verdict,
        "needs_review": "yes" if row.needs_review else "no",
        "title": row.title,
        "missing": "; ".join(lacking(row, 20)),
        "remedy": row.remedy,
        "provisions": " ".join(p.id for p in row.provisions),
        "kind": draft.kind,
        "language": draft.language,
        "draft": draft.node or draft_name(draft),
    }
    if row.verdict in ISSUES:
        values |= {"level": issue.level, "fingerprint": issue.fingerprint, "exempt": _exempt(row)}
    if at := issue.place:
        values |= {
            "line": at.line, "column": at.column, "end_line": at.end_line, "end_column": at.end_column or None,
            "node": at.node,
        }  # fmt: skip
    elif row.evidence:
        values |= {"line": issue.line or None, "page": row.evidence[0].page, "heading": place(row.evidence[0])}
    return values


def _exempt(row: RequirementOutcome) -> str:
    if waived := row.waived_by:
        return f"waived: {waived.who}, {waived.until}: {waived.reason}"
    return "baseline" if row.known else ""


def _cell(value: object) -> str:
    """An apostrophe keeps spreadsheets from reckoning, and runners from obeying."""
    text = "" if value is None else one_line(str(value)).replace("##[", "## [")
    return f"'{text}" if text.startswith(_FORMULA) else text
