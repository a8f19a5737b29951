"""Outcomes on RDF files and forms with the places to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from checker.checks.offending import Pointed
from checker.checks.pointing import Places, places_of
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.readers.forked import apart
from checker.report import InputReport, Place


def placed(inputs: Iterable[InputReport], knowledge: Knowledge) -> tuple[InputReport, ...]:
    """The same reports; the files are those of their paths, as they were when they were checked."""
    given = tuple(inputs)
    places = [of_draft for _, of_file in places_of(given, knowledge, most=len(given)) for of_draft in of_file]
    return with_found(given, places)


def placed_apart(inputs: Iterable[InputReport], knowledge: Knowledge) -> tuple[InputReport, ...]:
    """The same, looked up in a fork of this process."""
    given = tuple(inputs)
    if not given:
        return ()
    try:
        said = apart(given[0].path, lambda: msgspec.msgpack.encode(placed(given, knowledge)))
    except GuidecheckError:  # they were checked; it is their places that cannot be told
        return given
    return msgspec.msgpack.decode(said, type=tuple[InputReport, ...])


def with_found(inputs: Iterable[InputReport], places: Iterable[Places]) -> tuple[InputReport, ...]:
    """The same reports with places that have been found, one mapping for each."""
    return tuple(_placed(report, found) for report, found in zip(inputs, places, strict=True))


def _placed(report: InputReport, places: Places) -> InputReport:
    rows = tuple(
        replace(row, places=tuple(map(_place, places[row.id]))) if row.id in places else row
        for row in report.requirements
    )
    return replace(report, requirements=rows)


def _place(found: Pointed) -> Place:
    lines, stated = found.lines, found.stated
    return Place(
        why=found.why,
        node=found.node,
        line=lines.first,
        column=lines.column,
        end_line=lines.last,
        end_column=lines.end,
        claims=found.claims,
        stated=(stated.first, stated.column) if stated else None,
    )
