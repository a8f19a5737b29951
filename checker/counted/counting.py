"""Waivers and baselines put on what a run found, and what a person is told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from checker.globs import rooted
from checker.knowledge import Knowledge
from checker.report import InputReport, Note, Report
from checker.reports.counts import natural

_FEW = 6


@dataclass(frozen=True, slots=True)
class Policy:
    """Which files say what does not count."""

    waivers: tuple[Path, ...] = ()
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """``told`` is what a person should know of waivers and of what is gone from the baseline, in English; the report
    has the same as notes in its own language."""

    report: Report
    told: tuple[Note, ...]


def counted(
    report: Report, policy: Policy, given: Iterable[Path], asked: Collection[str], knowledge: Knowledge, today: date
) -> Counted:
    """The report with its issues marked. ``given`` are the paths of the call, ``asked`` the profile's requirements.

    Raises InputError where a file of waivers or a baseline is wrong.
    """
    inputs, said = report.inputs, list[tuple[str, dict[str, object], str, int]]()
    folders = [rooted(path) for path in given if path.is_dir()]
    if policy.waivers:
        from checker.waivers import apply, read_waivers
    for file in policy.waivers:
        waivers = read_waivers(file, knowledge.requirements)
        whole = any(waivers.folder.is_relative_to(folder) for folder in folders)
        applied = apply(waivers, inputs, today, asked, whole=whole)
        inputs = applied.inputs
        for waiver, n in applied.expired:
            fields = {"requirement": waiver.said, "target": waiver.target, "day": waiver.until.isoformat(), "n": n}
            said.append(("run-expired", fields, str(file), waiver.line))
        for waiver in applied.unused:
            fields = {"requirement": waiver.said, "target": waiver.target}
            said.append(("run-unused", fields, str(file), waiver.line))
    if policy.baseline:
        from checker.baseline import compare, read_baseline

        compared = compare(read_baseline(policy.baseline), inputs, rooted(policy.baseline).parent, asked)
        inputs = compared.inputs
        if compared.gone:
            which = _few(entry.requirement for entry in compared.gone)
            said.append(("run-gone", {"n": len(compared.gone), "which": which}, str(policy.baseline), 0))
    texts, english = knowledge.interface_texts(report.language), knowledge.interface_texts("en")
    notes = tuple(Note(texts[key].format(**fields), path, line) for key, fields, path, line in said)
    told = tuple(Note(english[key].format(**fields), path, line) for key, fields, path, line in said)
    noted = tuple(_noted(draft, knowledge.interface_texts(draft.language)) for draft in inputs)
    return Counted(replace(report, inputs=noted, notes=(*report.notes, *notes)), told)


def _noted(draft: InputReport, texts: Mapping[str, str]) -> InputReport:
    """The draft with a note on how much of it does not count."""
    waived = [row.id for row in draft.requirements if row.waived_by]
    known = sum(row.known and row.waived_by is None for row in draft.requirements)
    notes = []
    if waived:
        notes.append(texts["run-waived"].format(n=len(waived), which=_few(waived)))
    if known:
        notes.append(texts["run-known"].format(n=known))
    return replace(draft, notes=(*notes, *draft.notes)) if notes else draft


def _few(ids: Iterable[str]) -> str:
    times = Counter(ids)
    shown = sorted(times, key=natural)
    return ", ".join([*shown[:_FEW], *(["…"] if len(shown) > _FEW else [])])
