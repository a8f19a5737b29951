"""A report beside a baseline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from checker.baseline.file import Entry, seen_from
from checker.baseline.identity import identity
from checker.report import InputReport
from checker.reports.counts import ISSUES


@dataclass(frozen=True, slots=True)
class Compared:
    """The drafts with known issues marked, and the entries whose issues are gone."""

    inputs: tuple[InputReport, ...]
    gone: tuple[Entry, ...]


def compare(baseline: Iterable[Entry], inputs: Iterable[InputReport], folder: Path, asked: Collection[str]) -> Compared:
    """Each entry knows one issue. Twins go to the draft of the same path first, since paths may change.

    ``folder`` is that of the baseline, ``asked`` the requirements of the profile: others are not gone.
    """
    drafts = tuple(inputs)
    left: dict[str, list[Entry]] = defaultdict(list)
    for entry in baseline:
        left[entry.hash].append(entry)
    issues = [
        (n, row.id, identity(draft, row), seen_from(folder, draft.path))
        for n, draft in enumerate(drafts)
        for row in draft.requirements
        if row.verdict in ISSUES
    ]
    known: dict[int, set[str]] = defaultdict(set)
    for n, requirement, hash_, path in issues:
        if same := next((e for e in left.get(hash_, ()) if e.path == path), None):
            left[hash_].remove(same)
            known[n].add(requirement)
    for n, requirement, hash_, _ in issues:
        if requirement not in known[n] and left.get(hash_):
            left[hash_].pop()
            known[n].add(requirement)
    marked = tuple(_marked(draft, known[n]) for n, draft in enumerate(drafts))
    checked = {(seen_from(folder, d.path), node) for d in drafts for node in ("", d.node)}
    rest = (e for some in left.values() for e in some)
    return Compared(marked, tuple(sorted(e for e in rest if e.requirement in asked and _gone(e, checked, folder))))


def mark_known(inputs: Iterable[InputReport]) -> tuple[InputReport, ...]:
    """The drafts with all their issues known, as they stand beside a baseline just written."""
    return tuple(_marked(draft, {row.id for row in draft.requirements if row.verdict in ISSUES}) for draft in inputs)


def _marked(draft: InputReport, known: Collection[str]) -> InputReport:
    return replace(
        draft, requirements=tuple(replace(r, known=True) if r.id in known else r for r in draft.requirements)
    )


def _gone(entry: Entry, checked: Collection[tuple[str, str]], folder: Path) -> bool:
    """True where the draft was checked, or is no more; what was not checked this time may still be there."""
    return (entry.path, entry.node) in checked or not (folder / entry.path).exists()
