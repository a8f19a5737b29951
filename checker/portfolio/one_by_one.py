"""Reports of drafts that are checked one by one, as rows of the same tables."""

from __future__ import annotations

from pathlib import Path

from checker.check import Options, check
from checker.checks.form import report_on
from checker.checks.options import Plan
from checker.descriptions.forms.turtle import answered_form
from checker.knowledge import Knowledge
from checker.portfolio.reckoning import Read, add_description
from checker.portfolio.rows import Rows
from checker.portfolio.task import Failure, Item
from checker.profiles import profile_of
from checker.report import InputReport


def check_document(item: Item, profile: str, knowledge: Knowledge, rows: Rows) -> tuple[Failure, ...]:
    """A document or a filled form. Gives what went wrong."""
    outcome = check([Path(item.path)], knowledge, Options(profile=profile))
    for report in outcome.report.inputs:
        add_report(rows, report, report.name or item.source, item.source)
    return tuple(Failure.of(error, item.source) for error in outcome.errors)


def check_answers(read: Read, profile: str, knowledge: Knowledge, rows: Rows) -> bool:
    """Adds the rows of a description that is a filled form. False where it is none. Raises InputError."""
    drafted = read.drafted
    form = answered_form(drafted.triples(), read.description, knowledge, path=drafted.source, sha256=drafted.sha256)
    if form is None:
        return False
    report = report_on(form, Plan(knowledge, profile_of(profile, knowledge), Options(profile=profile)))
    add_report(rows, report, drafted.draft, drafted.source, drafted.lines.get(drafted.draft))
    return True


def add_report(rows: Rows, report: InputReport, description: str, source: str, line: int | None = None) -> None:
    """A report as rows."""
    for outcome in report.requirements:
        gone = (c.id for c in outcome.claims if not c.holds and not c.optional)
        row = {
            "description": description,
            "source": source,
            "requirement": outcome.id,
            "verdict": outcome.verdict,
            "strength": outcome.strength,
            "theme": outcome.theme,
            "needs_review": outcome.needs_review,
            "line": line,
            "missing": " ".join(gone) or None,
        }
        for name, column in rows.verdicts.items():
            column.append(row[name])
    about: dict[str, object] = {
        "description": description,
        "source": source,
        "line": line,
        "kind": report.kind,
        "title": report.name or None,
        "organisation": None,
        "country": None,
        "language": report.language,
    }
    add_description(rows, about, [(r.verdict, r.weight) for r in report.requirements])
