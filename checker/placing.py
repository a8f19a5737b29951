"""Places to look at in the files of a report; for files that have not changed, as they were found before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from checker.checks.options import Options, Plan
from checker.checks.placed import placed, placed_apart
from checker.knowledge import Knowledge
from checker.past_results import PastResults
from checker.profiles import profile_of
from checker.report import InputReport

_Find = Callable[[tuple[InputReport, ...]], tuple[InputReport, ...]]


def with_places(
    inputs: Iterable[InputReport], knowledge: Knowledge, options: Options, *, again: bool, apart: bool = False
) -> tuple[InputReport, ...]:
    """The same reports with places, looked up ``apart`` from this process or in it. Unless ``again``, those kept in the
    cache folder are taken."""
    find = placed_apart if apart else placed
    if again or options.reader:
        return find(inputs, knowledge)
    plan = Plan(knowledge, profile_of(options.profile, knowledge), options)
    kept = PastResults(f"places {plan.follows_from}")
    found = tuple(
        one
        for path, of in groupby(inputs, key=lambda d: d.path)
        for one in _of_file(path, of, kept, lambda drafts: find(drafts, knowledge))
    )
    kept.prune()
    return found


def _of_file(path: str, of: Iterable[InputReport], kept: PastResults, find: _Find) -> Iterator[InputReport]:
    drafts = tuple(of)
    before = kept.get(Path(path))
    if before is None or len(before) != len(drafts):
        before = find(drafts)
        kept.put(Path(path), tuple(_bare(draft) for draft in before))
    for draft, known in zip(drafts, before, strict=True):
        places = {row.id: row.places for row in known.requirements}
        rows = tuple(replace(row, places=places.get(row.id, ())) for row in draft.requirements)
        yield replace(draft, requirements=rows, node=draft.node or known.node)


def _bare(draft: InputReport) -> InputReport:
    """Only what has places, without passages, which are kept elsewhere."""
    rows = tuple(
        replace(row, evidence=(), provisions=(), claims=(), statement="", remedy="")
        for row in draft.requirements
        if row.places
    )
    return replace(draft, requirements=rows)
