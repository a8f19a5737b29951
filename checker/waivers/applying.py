"""Waivers put on a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.globs import is_pattern, matches, rooted
from checker.report import InputReport, RequirementOutcome, WaivedBy
from checker.reports.counts import ISSUES
from checker.waivers.file import Waiver, Waivers


@dataclass(frozen=True, slots=True)
class Applied:
    """The drafts with what is waived marked, and the waivers that do nothing."""

    inputs: tuple[InputReport, ...]
    expired: tuple[tuple[Waiver, int], ...]
    """Each with the number of issues that it no longer covers; a baseline may hold them."""
    unused: tuple[Waiver, ...]


def apply(
    waivers: Waivers, inputs: Iterable[InputReport], today: date, asked: Collection[str], *, whole: bool
) -> Applied:
    """``asked`` are the requirements of the profile: a waiver of others is not unused. ``whole`` is true where all
    that lies under the folder of the waivers was checked; otherwise one whose target was not met may be for the rest.
    """
    drafts = tuple(inputs)
    used, met = Counter[Waiver](), set[Waiver]()
    found = []
    for draft in drafts:
        fitting = [w for w in waivers.all if _is_target(w, draft, waivers.folder)]
        met.update(fitting)
        rows = tuple(_waived(row, fitting, today, used) for row in draft.requirements)
        found.append(replace(draft, requirements=rows) if fitting else draft)
    expired = tuple((w, used[w]) for w in waivers.all if w.until < today and (used[w] or w in met or whole))
    unused = tuple(
        w
        for w in waivers.all
        if w.until >= today
        and not used[w]
        and w.requirements & set(asked)
        and (w in met or whole or _names_no_file(w, waivers.folder))
    )
    return Applied(tuple(found), expired, unused)


def _waived(
    row: RequirementOutcome, fitting: Iterable[Waiver], today: date, used: Counter[Waiver]
) -> RequirementOutcome:
    if row.verdict not in ISSUES:
        return row
    for waiver in fitting:
        if row.id in waiver.requirements:
            used[waiver] += 1
            if waiver.until >= today and row.waived_by is None:
                row = replace(row, waived_by=WaivedBy(waiver.who, waiver.reason, waiver.until.isoformat()))
    return row


def _is_target(waiver: Waiver, draft: InputReport, folder: Path) -> bool:
    path = rooted(Path(draft.path))
    names = (draft.node, path.relative_to(folder).as_posix() if path.is_relative_to(folder) else "")
    return any(name and (name == waiver.target or matches(name, waiver.target)) for name in names)


def _names_no_file(waiver: Waiver, folder: Path) -> bool:
    return not is_pattern(waiver.target) and ":" not in waiver.target and not (folder / waiver.target).exists()
