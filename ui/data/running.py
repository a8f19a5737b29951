"""Checks of data files, beside the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.check import Options
from checker.check_job import Ended
from checker.checks.pointing import Places
from checker.descriptions.syntaxes import SYNTAXES
from checker.errors import GuidecheckError, InputError
from checker.readers import FORMATS
from checker.report import Report
from checker.reports.texts import Wording
from checker.selection import FORM, known_endings
from ui.checking.job import UploadJob
from ui.uploads import Draft

MOST_MB = 20
SECONDS = 300.0
"""As long as a check on this page may take."""


@dataclass(frozen=True, slots=True)
class DataChecked:
    """``places`` are the lines to look at for each input of the report, ``rows`` those of forms by name."""

    drafts: tuple[Draft, ...]
    report: Report | None
    errors: tuple[GuidecheckError, ...]
    places: tuple[Places, ...]
    rows: Mapping[str, tuple[str, ...]]


class DataChecking(UploadJob):
    """A check under way. ``checked`` is there once it has ended; None for good where it was stopped."""

    def __init__(self, drafts: Sequence[Draft], profile: str, refused: tuple[GuidecheckError, ...] = ()) -> None:
        """``refused`` are errors of uploads that are not checked."""
        self.checked: DataChecked | None = None
        self._refused = refused
        super().__init__(drafts, Options(profile=profile), lines=True, seconds=SECONDS)

    def take(self, ended: Ended) -> None:
        report = ended.outcome.report if ended.outcome else None
        errors = (*self._refused, *ended.errors)
        self.checked = DataChecked(self.drafts, report, errors, ended.places, ended.rows or {})


def fitting(drafts: Sequence[Draft], t: Wording) -> tuple[tuple[Draft, ...], tuple[GuidecheckError, ...]]:
    """The uploads that can be checked here, and why the others cannot."""
    fit, errors = [], []
    for draft in drafts:
        ending = Path(draft.name).suffix.lower()
        if ending not in endings():
            errors.append(InputError(t("data-not-data", ending=ending or draft.name), where=draft.name))
        elif len(draft.data) > MOST_MB * 2**20:
            errors.append(InputError(t("upload-too-large", n=MOST_MB), where=draft.name))
        else:
            fit.append(draft)
    return tuple(fit), tuple(errors)


def endings() -> tuple[str, ...]:
    """Of what can be checked, those that are no documents to read; RDF first, forms last."""
    known = set(known_endings().split()) - set(FORMATS)
    first = [ending for ending in SYNTAXES if ending in known]
    return (*first, *sorted(known - {*first, FORM}), FORM)
