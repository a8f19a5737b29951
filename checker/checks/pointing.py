"""The lines to look at in the files of a report, by draft and requirement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from checker.checks.offending import Offending, Pointed
from checker.descriptions.forms.reading import rows_of
from checker.descriptions.positions import Span
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.report import InputReport, RequirementOutcome
from checker.selection import is_form, is_rdf

Places = Mapping[str, tuple[Pointed, ...]]
"""By requirement id, for those that are open."""
MOST_DRAFTS = 40
"""Drafts of a file for which lines are looked up."""
_OPEN = ("not-met", "partly-met", "not-stated")


def places_of(
    inputs: Iterable[InputReport], knowledge: Knowledge, most: int = MOST_DRAFTS
) -> Iterator[tuple[Path, tuple[Places, ...]]]:
    """Each file with what to look at in its drafts, in their order. Files without lines have empty places."""
    for path, of in groupby(inputs, key=lambda found: found.path):
        found = tuple(of)
        try:
            places = _places(Path(path), found[:most], knowledge)
        except GuidecheckError:  # it was checked; another reader of its lines may not know it
            places = ()
        yield Path(path), (*places, *({} for _ in found[len(places) :]))


def _places(file: Path, found: tuple[InputReport, ...], knowledge: Knowledge) -> tuple[Places, ...]:
    if is_form(file):
        rows = rows_of(file)
        return tuple({r.id: _in_rows(r, rows) for r in draft.requirements if r.verdict in _OPEN} for draft in found)
    if not is_rdf(file):
        return ()
    offending = Offending(file, found, knowledge)
    return tuple(
        {r.id: offending.of(n, r.id, _failing(r)) for r in draft.requirements if r.verdict in _OPEN}
        for n, draft in enumerate(found)
    )


def _failing(outcome: RequirementOutcome) -> frozenset[str]:
    return frozenset(c.id for c in outcome.claims if not c.holds and not c.optional)


def _in_rows(outcome: RequirementOutcome, rows: Mapping[str, int]) -> tuple[Pointed, ...]:
    """The rows of a form whose answers leave claims open."""
    found = sorted((rows[claim], claim) for claim in _failing(outcome) if claim in rows)
    return tuple(Pointed("row", claim, Span(row, row), (claim,)) for row, claim in found)
