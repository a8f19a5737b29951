"""One finding for requirements of several documents that ask for the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.report import RequirementOutcome
from checker.reports.counts import by_urgency


@dataclass(frozen=True, slots=True)
class Finding:
    """A requirement and those that ask for the same; ``lead`` is the most urgent of them."""

    lead: RequirementOutcome
    also: tuple[RequirementOutcome, ...] = ()


def findings(rows: Iterable[RequirementOutcome]) -> tuple[Finding, ...]:
    """Every requirement in one finding, in the order in which the findings first appear."""
    by_id = {row.id: row for row in rows}
    links: dict[str, set[str]] = {row: set() for row in by_id}
    for row in by_id.values():
        for other in set(row.related) & set(by_id):
            links[row.id].add(other)
            links[other].add(row.id)
    found, seen = [], set[str]()
    for first in by_id:
        if first in seen:
            continue
        group, todo = {first}, [first]
        while todo:
            new = links[todo.pop()] - group
            group |= new
            todo += new
        seen |= group
        lead, *also = sorted((by_id[i] for i in group), key=by_urgency)
        found.append(Finding(lead, tuple(also)))
    return tuple(found)
