"""A check of uploaded drafts: the checker's outcome, without the folder that the drafts lay in for a moment."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.check import Options, Outcome, Step, check
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.report import Report
from ui.uploads import Draft, stored


@dataclass(frozen=True, slots=True)
class Checked:
    """What the page remembers of a check: its drafts, by which options, and the outcome."""

    drafts: tuple[Draft, ...]
    options: Options
    outcome: Outcome
    corrected: frozenset[str] = frozenset()
    """Paths of drafts whose kind and language a person gave after the check."""

    @property
    def report(self) -> Report:
        return self.outcome.report

    def draft(self, path: str) -> Draft | None:
        return next((draft for draft in self.drafts if draft.name == path), None)


def run(
    drafts: Sequence[Draft],
    knowledge: Knowledge,
    options: Options,
    progress: Callable[[Step], None] = lambda step: None,
) -> Checked:
    """Checks the drafts; paths in the report and in errors are the drafts' names."""
    with stored(drafts) as files:
        outcome = check(files, knowledge, options, progress)
    folder = f"{files[0].parent}{os.sep}" if files else ""
    inputs = tuple(replace(found, path=Path(found.path).name) for found in outcome.report.inputs)
    errors = tuple(_without(folder, error) for error in outcome.errors)
    return Checked(tuple(drafts), options, Outcome(replace(outcome.report, inputs=inputs), errors))


def run_again(
    checked: Checked, draft: Draft, knowledge: Knowledge, *, kind: str | None, language: str | None
) -> Checked:
    """The same check with one draft read as of another kind or language. Raises the draft's error, if it has one."""
    again = run((draft,), knowledge, replace(checked.options, kind=kind, language=language))
    if again.outcome.errors:
        raise again.outcome.errors[0]
    before = checked.report.inputs
    place = next((n for n, found in enumerate(before) if found.path == draft.name), len(before))
    others = tuple(found for found in before if found.path != draft.name)
    inputs = (*others[:place], *again.report.inputs, *others[place:])
    report = replace(checked.report, inputs=inputs, generated=again.report.generated)
    corrected = checked.corrected | {draft.name}
    return replace(checked, outcome=Outcome(report, checked.outcome.errors), corrected=corrected)


def _without(folder: str, error: GuidecheckError) -> GuidecheckError:
    def short(text: str) -> str:
        return text.replace(folder, "") if folder else text

    return type(error)(short(error.what), where=short(error.where), remedy=short(error.remedy))
