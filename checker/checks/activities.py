"""An IATI file to the reports of the activities in it that are about return and reintegration."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from checker.activities import ActivityFile, TakenActivity
from checker.activities.notes import file_notes, own_notes
from checker.checks.half_read import HalfReadError
from checker.checks.options import Plan
from checker.descriptions.closure import close
from checker.descriptions.iati.activity import KIND
from checker.descriptions.iati.narratives import texts
from checker.descriptions.statements import Wording
from checker.engine import validate
from checker.errors import CallError, InputError
from checker.knowledge.model import Requirement
from checker.knowledge.shape_texts import shapes_text
from checker.report import InputReport, Place
from checker.reports.counts import ISSUES
from checker.selection import requirements_for
from checker.verdicts import Findings
from checker.verdicts.activities import Said, Stated, decide_activity
from checker.verdicts.rules import NOTHING_FAILS

_TOGETHER = 50
"""Activities whose statements the engine sees at once."""


def check_activities(file: Path, plan: Plan) -> tuple[InputReport, ...]:
    """A report for each activity that is taken. Raises InputError where there is none, and HalfReadError where only
    some of the file could be read."""
    if plan.options.kind not in (None, KIND):
        raise CallError(
            f"IATI activities are programmes, and --kind says {plan.options.kind}", remedy="leave --kind out"
        )
    going = ActivityFile(file, plan.knowledge, everything=plan.options.all_activities)
    sha256 = _checksum(file)
    reports = [_placed(report, taken) for taken, report in reports_of(going, file, sha256, plan)]
    if going.faults and not reports:
        raise going.faults[0]
    if not going.read:
        raise InputError(
            "holds no activity", where=file.name, remedy="check that the export is whole", text="error-iati-empty"
        )
    if not reports:
        raise InputError(
            f"none of its {going.read} activities is about return and reintegration",
            where=file.name,
            remedy="say --all-activities to check them all the same",
            text="error-iati-none",
            n=going.read,
        )
    noted = tuple(replace(r, notes=(*r.notes, *file_notes(going, plan.knowledge, r.language))) for r in reports)
    if going.faults:
        raise HalfReadError(noted, going.faults)
    return noted


def reports_of(
    going: Iterable[TakenActivity], file: Path, sha256: str, plan: Plan
) -> Iterator[tuple[TakenActivity, InputReport]]:
    """A report for each activity, with what its elements and its texts say; no notes on the rest of the file."""
    requirements = tuple(r for r in requirements_for(plan.knowledge, plan.profile, (KIND,)) if r.has_claims)
    for taken, found in _found(going, requirements, plan):
        yield taken, _report(taken, found, file, sha256, requirements, plan)


def _found(
    going: Iterable[TakenActivity], requirements: tuple[Requirement, ...], plan: Plan
) -> Iterator[tuple[TakenActivity, Findings]]:
    """Each activity that is taken, with what the engine found in its statements."""
    shapes, coming = shapes_text(plan.knowledge.shape_texts, requirements), iter(going)
    while together := tuple(islice(coming, _TOGETHER)):
        triples = [t for taken in together for t in taken.activity.statements]
        data = close(triples, plan.knowledge.axioms).beside(plan.knowledge.superclasses)
        by_focus = Findings.by_focus(validate(shapes, data, plan.options.engine))
        for taken in together:
            yield taken, by_focus.get(taken.activity.description.draft, NOTHING_FAILS)


def _report(
    taken: TakenActivity,
    findings: Findings,
    file: Path,
    sha256: str,
    requirements: tuple[Requirement, ...],
    plan: Plan,
) -> InputReport:
    from checker.evidence import read_draft

    knowledge, activity, options = plan.knowledge, taken.activity, plan.options
    description = activity.description
    main = options.language or (description.language if description.language in knowledge.languages else "en")
    spoken = texts(activity.narratives, tuple(knowledge.languages), main, path=str(file), sha256=sha256)
    said = [
        Said(
            read_draft(
                t.document, knowledge, language=t.language, kind=KIND, requirements=requirements, progress=plan.watch
            ),
            t.lines,
        )
        for t in sorted(spoken, key=lambda t: t.language != main)
    ]
    stated = Stated(description, findings, activity.lines(), Wording(activity.statements, knowledge, main))
    return InputReport(
        path=str(file),
        sha256=sha256,
        kind=KIND,
        kind_label=knowledge.kinds[KIND].label.in_(main),
        language=main,
        pages=None,
        requirements=decide_activity(stated, said, requirements, knowledge, language=main, given=options.conditions),
        name=description.name,
        notes=own_notes(taken.activity, taken.reason, taken.issues, knowledge, main),
        unmatched_shapes=_of_other_kinds(plan),
        node=description.draft,
    )


def _of_other_kinds(plan: Plan) -> tuple[str, ...]:
    knowledge, asked = plan.knowledge, plan.profile.requirements
    return tuple(sorted(asked - knowledge.core.without_claims - knowledge.for_kinds((KIND,))))


def _placed(report: InputReport, taken: TakenActivity) -> InputReport:
    """The same, pointing to the activity wherever nothing in it speaks of a requirement."""
    place = Place("draft", report.node, taken.piece.line, taken.piece.column, taken.piece.line)
    rows = tuple(
        replace(row, places=(place,)) if row.verdict in ISSUES and not row.evidence else row
        for row in report.requirements
    )
    return replace(report, requirements=rows)


def _checksum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
