"""A report with the guidance in the reader's language; quotes stay in the draft's."""

from __future__ import annotations

from dataclasses import replace

from checker.knowledge import Knowledge
from checker.report import ClaimOutcome, InputReport, ProvisionRef, Report, RequirementOutcome
from checker.verdicts.noted import note_in


def reworded(report: Report, knowledge: Knowledge, language: str) -> Report:
    """The same findings; every text that the knowledge has in ``language`` is in it."""
    inputs = tuple(_input(found, knowledge, language) for found in report.inputs)
    return replace(report, language=language, inputs=inputs)


def _input(found: InputReport, knowledge: Knowledge, language: str) -> InputReport:
    rows = tuple(_requirement(row, knowledge, language) for row in found.requirements)
    kind = knowledge.kinds.get(found.kind)
    label = kind.label.in_(language) if kind else found.kind_label
    notes = tuple(note_in(note, knowledge, language) for note in found.notes)
    return replace(found, requirements=rows, kind_label=label, notes=notes)


def _requirement(row: RequirementOutcome, knowledge: Knowledge, language: str) -> RequirementOutcome:
    known = knowledge.requirements.get(row.id)
    if known is None:
        return row
    names = {claim.id: claim.name.in_(language) for claim in known.claims}
    renamed = {claim.name: names.get(claim.id, claim.name) for claim in row.claims}
    theme = knowledge.themes.get(row.theme)
    return replace(
        row,
        theme_label=theme.label.in_(language) if theme else row.theme_label,
        title=known.title.in_(language),
        statement=known.statement.in_(language),
        remedy=known.remedy.in_(language),
        near_miss=known.near_miss.in_(language),
        condition=known.condition.in_(language),
        missing=tuple(renamed.get(item, item) for item in row.missing),
        provisions=tuple(_provision(p, knowledge, language) for p in row.provisions),
        claims=tuple(_claim(claim, knowledge, row.id, language) for claim in row.claims),
    )


def _provision(provision: ProvisionRef, knowledge: Knowledge, language: str) -> ProvisionRef:
    known = knowledge.provisions.get(provision.id)
    return replace(provision, statement=known.statement.in_(language)) if known else provision


def _claim(claim: ClaimOutcome, knowledge: Knowledge, requirement: str, language: str) -> ClaimOutcome:
    known = next((c for c in knowledge.requirements[requirement].claims if c.id == claim.id), None)
    if known is None:
        return claim
    message = known.message.in_(language) if claim.message else ""
    return replace(claim, name=known.name.in_(language), sentence=known.sentence.in_(language), message=message)
