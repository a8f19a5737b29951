"""Outcomes on RDF files with the places to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from checker.checks.offending import Offending, Pointed
from checker.knowledge import Knowledge
from checker.report import InputReport, Place, RequirementOutcome
from checker.selection import is_rdf

_OPEN = ("not-met", "partly-met", "not-stated")


def placed(inputs: Iterable[InputReport], knowledge: Knowledge) -> tuple[InputReport, ...]:
    """The same reports; the files are those of their paths, as they were when they were checked."""
    given = tuple(inputs)
    of_file: dict[str, list[InputReport]] = defaultdict(list)
    for one in given:
        if is_rdf(Path(one.path)):
            of_file[one.path].append(one)
    offending = {path: Offending(Path(path), reports, knowledge) for path, reports in of_file.items()}
    seen: dict[str, int] = defaultdict(int)
    found = []
    for one in given:
        if one.path in offending:
            found.append(_placed(one, offending[one.path], seen[one.path]))
            seen[one.path] += 1
        else:
            found.append(one)
    return tuple(found)


def _placed(report: InputReport, offending: Offending, number: int) -> InputReport:
    rows = tuple(_with_places(row, offending, number) for row in report.requirements)
    return replace(report, requirements=rows, node=offending.node(number))


def _with_places(row: RequirementOutcome, offending: Offending, number: int) -> RequirementOutcome:
    if row.verdict not in _OPEN:
        return row
    failing = {claim.id for claim in row.claims if not claim.holds and not claim.optional}
    return replace(row, places=tuple(map(_place, offending.of(number, row.id, failing))))


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
