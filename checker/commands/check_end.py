"""Whether a run fails, and the line that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from checker.report import STRENGTHS, Report, strengths_from


def falls_short(report: Report, fail_on: str) -> bool:
    """True where a requirement as strong as that, or stronger, is not met in full and counts."""
    counted = counted_strengths(fail_on)
    return any(r.strength in counted and r.counts for i in report.inputs for r in i.requirements)


def counted_strengths(fail_on: str) -> tuple[str, ...]:
    return () if fail_on == "never" else strengths_from(fail_on)


def said_of(report: Report, fail_on: str, texts: Mapping[str, str]) -> str:
    """One line; empty where nothing is open that counts."""
    strengths = counted_strengths(fail_on)
    fails = falls_short(report, fail_on)
    open_ = [
        (number, row.strength)
        for number, draft in enumerate(report.inputs)
        for row in draft.requirements
        if row.counts and (row.strength in strengths or not fails)
    ]
    if not open_:
        return ""
    times = Counter(strength for _, strength in open_)
    counts = ", ".join(f"{texts[f'strength-{s}']} {times[s]}" for s in STRENGTHS if times[s])
    drafts = len({number for number, _ in open_})
    key = "run-fails" if fails else "run-passes"
    return texts[key].format(strength=fail_on, n=len(open_), drafts=drafts, all=len(report.inputs), counts=counts)
