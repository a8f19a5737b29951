"""Requirements by the dimensions of reintegration that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement, ValueShape
from checker.knowledge.names import GC, SKOS
from checker.report import RequirementOutcome


def by_dimension(
    rows: Iterable[RequirementOutcome], knowledge: Knowledge, language: str
) -> Mapping[str, tuple[RequirementOutcome, ...]]:
    """By the dimension's name. A requirement stands under each dimension that a claim of it asks for, or under none."""
    of = _dimensions(knowledge)
    groups: dict[str, list[RequirementOutcome]] = {}
    for row in rows:
        for dimension in of.get(row.id, ()):
            groups.setdefault(dimension, []).append(row)
    order = sorted(groups, key=lambda dimension: (-len(groups[dimension]), dimension))
    return {knowledge.name_of(dimension).in_(language): tuple(groups[dimension]) for dimension in order}


@cache
def _dimensions(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """By requirement id; what is narrower counts for what is broader."""
    known = {
        iri: (*knowledge.index.keys(iri, SKOS + "broader"), iri)[0] for iri in knowledge.index.of_type(GC + "Dimension")
    }
    found = {r.id: {known[v] for v in _values(r) if v in known} for r in knowledge.requirements.values()}
    return {requirement: tuple(sorted(dimensions)) for requirement, dimensions in found.items() if dimensions}


def _values(requirement: Requirement) -> Iterator[str]:
    for claim in requirement.claims:
        for shape in (claim.wants, claim.forbids):
            if shape is not None:
                yield from _within(shape)


def _within(shape: ValueShape) -> Iterator[str]:
    yield from shape.values
    for part in shape.parts:
        yield from _within(part.value)
    for group in shape.alternatives:
        for alternative in group:
            yield from _within(alternative)
