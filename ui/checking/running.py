"""Checks of uploaded drafts: run beside the page, saved as reviews as soon as they are done."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.check import Options
from checker.check_job import Ended
from checker.errors import GuidecheckError
from checker.report import Report
from checker.reviews.desk import Desk
from checker.reviews.store import NewReview
from ui.checking.job import UploadJob
from ui.uploads import Draft


@dataclass(frozen=True, slots=True)
class Checked:
    """What the page remembers of a check: its drafts, by which options, the outcome, and the reviews it became."""

    drafts: tuple[Draft, ...]
    options: Options
    report: Report | None
    errors: tuple[GuidecheckError, ...]
    reviews: tuple[str, ...] = ()
    """Ids of the reviews of the report's inputs, in their order; "" where one could not be saved."""
    corrected: frozenset[str] = frozenset()
    """Paths of drafts whose kind, language or profile a person gave after the check."""

    def draft(self, path: str) -> Draft | None:
        return next((draft for draft in self.drafts if draft.name == path), None)


class Checking(UploadJob):
    """A check under way. ``checked`` is there once it has ended; None for good where it was stopped."""

    def __init__(self, drafts: Sequence[Draft], options: Options, desk: Desk | None, before: Checked | None = None):
        """``before`` is the check of which one draft is done again."""
        self.checked: Checked | None = None
        self._desk, self._before = desk, before
        super().__init__(drafts, options)

    def take(self, ended: Ended) -> None:
        errors = ended.errors
        if ended.outcome is None:
            before = self._before or Checked(self.drafts, self.options, None, errors)
            self.checked = replace(before, errors=errors)
            return
        found = ended.outcome.report
        reviews: list[str] = []
        for report in found.inputs:
            draft = next(draft for draft in self.drafts if draft.name == report.path)
            new = NewReview(draft.name, draft.data, ended.documents.get(report.path), report, found.profile, "")
            try:
                reviews.append(_saved(new, self._desk) if self._desk else "")
            except GuidecheckError as error:
                reviews.append("")
                errors = (*errors, error)
        self.checked = Checked(self.drafts, self.options, found, errors, tuple(reviews))
        if self._before is not None:
            self.checked = _merged(self._before, self.checked, self._desk)


def _saved(new: NewReview, desk: Desk) -> str:
    """A draft of the same file name is taken for the version before, where it says something else."""
    earlier = next((h for h in desk.headers() if h.name == new.name and h.kind == new.report.kind), None)
    same = earlier is None or earlier.draft == new.report.sha256
    return desk.add(replace(new, version_of="" if same or earlier is None else earlier.id)).id


def _merged(before: Checked, again: Checked, desk: Desk | None) -> Checked:
    """One draft done again takes the place that it had; its earlier review goes where nobody decided anything in it."""
    if before.report is None or again.report is None or again.errors:
        return replace(before, errors=again.errors or before.errors)
    name = again.drafts[0].name
    old = list(zip(before.report.inputs, before.reviews, strict=True))
    place = next((n for n, (found, _) in enumerate(old) if found.path == name), len(old))
    for found, review in old:
        if found.path == name and review and desk is not None and desk.may("administrator"):
            with contextlib.suppress(GuidecheckError):
                if not desk.review(review).decisions:
                    desk.delete(review)
    others = [pair for pair in old if pair[0].path != name]
    pairs = [*others[:place], *zip(again.report.inputs, again.reviews, strict=True), *others[place:]]
    report = replace(
        before.report, inputs=tuple(found for found, _ in pairs), generated=again.report.generated,
        profile=again.report.profile, profile_label=again.report.profile_label,
    )  # fmt: skip
    corrected = before.corrected | {name}
    return replace(before, report=report, reviews=tuple(review for _, review in pairs), corrected=corrected)
