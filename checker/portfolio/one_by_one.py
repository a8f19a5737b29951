"""Reports of drafts that are checked one by one, as rows of the same tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from checker.check import Options, check
from checker.checks.activities import reports_of
from checker.checks.form import report_on
from checker.checks.options import Plan
from checker.descriptions.forms.turtle import answered_form
from checker.knowledge import Knowledge
from checker.portfolio.failure import Failure
from checker.portfolio.iati import taken_again
from checker.portfolio.reckoning import Read, add_description
from checker.portfolio.rows import Rows
from checker.portfolio.task import Item, Job
from checker.profiles import profile_of
from checker.report import InputReport


def check_document(item: Item, job: Job, knowledge: Knowledge, rows: Rows) -> tuple[Failure, ...]:
    """A document or a filled form. Gives what went wrong."""
    outcome = check([Path(item.path)], knowledge, Options(profile=job.profile, language=job.reading.language))
    for report in outcome.report.inputs:
        add_report(rows, report, About(report.name or item.source, item.source))
    return tuple(Failure.of(error, item.source) for error in outcome.errors)


def check_answers(read: Read, profile: str, knowledge: Knowledge, rows: Rows) -> bool:
    """Adds the rows of a description that is a filled form. False where it is none. Raises InputError."""
    drafted = read.drafted
    form = answered_form(drafted.triples(), read.description, knowledge, path=drafted.source, sha256=drafted.sha256)
    if form is None:
        return False
    report = report_on(form, Plan(knowledge, profile_of(profile, knowledge), Options(profile=profile)))
    add_report(rows, report, _about(read))
    return True


def check_texts(reads: Sequence[Read], job: Job, knowledge: Knowledge, rows: Rows) -> None:
    """Adds the rows of activities of one file, whose elements and narratives are read as ``guidecheck check`` does."""
    if not reads:
        return
    options = Options(profile=job.profile, language=job.reading.language)
    plan = Plan(knowledge, profile_of(job.profile, knowledge), options)
    drafted = reads[0].drafted
    taken = (taken_again(r.drafted, r.drafted.cut, knowledge) for r in reads if r.drafted.cut)
    reports = reports_of(taken, Path(drafted.source), drafted.sha256, plan)
    for read, (_, report) in zip(reads, reports, strict=True):
        add_report(rows, report, _about(read))


@dataclass(frozen=True, slots=True)
class About:
    """What rows say of a description besides its report."""

    description: str
    source: str
    line: int | None = None
    organisation: str | None = None
    country: str | None = None
    taken: str | None = None


def _about(read: Read) -> About:
    drafted = read.drafted
    line = drafted.lines.get(drafted.draft)
    return About(drafted.draft, drafted.source, line, read.organisation, read.country, drafted.taken or None)


def add_report(rows: Rows, report: InputReport, about: About) -> None:
    """A report as rows."""
    for outcome in report.requirements:
        gone = (c.id for c in outcome.claims if not c.holds and not c.optional)
        row = {
            "description": about.description,
            "source": about.source,
            "requirement": outcome.id,
            "verdict": outcome.verdict,
            "strength": outcome.strength,
            "theme": outcome.theme,
            "needs_review": outcome.needs_review,
            "line": about.line,
            "missing": " ".join(gone) or None,
        }
        for name, column in rows.verdicts.items():
            column.append(row[name])
    described: dict[str, object] = {
        **asdict(about),
        "kind": report.kind,
        "title": report.name if report.name and report.name != about.description else None,
        "language": report.language,
    }
    add_description(rows, described, [(r.verdict, r.weight) for r in report.requirements])
