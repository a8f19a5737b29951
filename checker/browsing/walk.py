"""How things hang together: what lies one step from a document, provision, requirement, theme or concept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from checker.browsing.nodes import Node
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement, ValueShape
from checker.knowledge.names import GC, local
from checker.reports.counts import natural

Relation = Literal["part-of", "rests-on", "in-theme", "speaks-of", "related", "holds", "basis-of", "asks", "asked-by"]
MOST = 24
"""Neighbours that are drawn at once; a list beside the picture holds them all."""


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour, and how one comes to it."""

    relation: Relation
    node: Node


@cache
def steps(knowledge: Knowledge, node: Node) -> tuple[Step, ...]:
    """Every neighbour, grouped by relation, in the order of their ids."""
    found = _FROM[node.kind](knowledge, node.id)
    return tuple(dict.fromkeys(found))


def drawn(found: Iterable[Step], most: int = MOST) -> tuple[Step, ...]:
    """As many as a picture can hold, some of every relation."""
    by: dict[Relation, list[Step]] = defaultdict(list)
    for step in found:
        by[step.relation].append(step)
    chosen: set[Step] = set()
    while len(chosen) < most and any(by.values()):
        for waiting in by.values():
            if waiting and len(chosen) < most:
                chosen.add(waiting.pop(0))
    return tuple(s for s in found if s in chosen)


def concepts_of(requirement: Requirement) -> tuple[str, ...]:
    """The classes and concepts that its claims ask for, by local name."""
    return tuple(dict.fromkeys(local(iri) for claim in requirement.claims for iri in _asked(claim)))


def _asked(claim: Claim) -> Iterator[str]:
    for shape in (claim.wants, claim.forbids):
        if shape is not None:
            yield from (iri for iri in _terms(shape) if iri.startswith(GC))


def _terms(shape: ValueShape) -> Iterator[str]:
    yield from shape.classes
    yield from shape.values
    for part in shape.parts:
        yield from _terms(part.value)
    for group in shape.alternatives:
        for branch in group:
            yield from _terms(branch)


@dataclass(frozen=True, slots=True)
class _Links:
    """Ways that the knowledge itself only holds in the other direction."""

    provisions_of: Mapping[str, tuple[str, ...]]
    requirements_on: Mapping[str, tuple[str, ...]]
    requirements_in: Mapping[str, tuple[str, ...]]
    requirements_about: Mapping[str, tuple[str, ...]]


@cache
def _links(knowledge: Knowledge) -> _Links:
    requirements = knowledge.requirements.values()
    return _Links(
        provisions_of=_grouped((p.document, p.id) for p in knowledge.provisions.values()),
        requirements_on=_grouped((p, r.id) for r in requirements for p in r.provisions),
        requirements_in=_grouped((r.theme, r.id) for r in requirements),
        requirements_about=_grouped((c, r.id) for r in requirements for c in concepts_of(r)),
    )


def requirements_on(knowledge: Knowledge, provision: str) -> tuple[str, ...]:
    """Ids of the requirements that rest on a provision."""
    return _links(knowledge).requirements_on.get(provision, ())


def provisions_of(knowledge: Knowledge, document: str) -> tuple[str, ...]:
    """Ids of a document's provisions, in the order of their numbers."""
    return _links(knowledge).provisions_of.get(document, ())


def requirements_in(knowledge: Knowledge, theme: str) -> tuple[str, ...]:
    """Ids of a theme's requirements."""
    return _links(knowledge).requirements_in.get(theme, ())


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group, member in pairs:
        found[group][member] = None
    return {group: tuple(sorted(members, key=natural)) for group, members in found.items()}


def _from_requirement(knowledge: Knowledge, name: str) -> Iterator[Step]:
    requirement = knowledge.requirements[name]
    if requirement.theme in knowledge.themes:
        yield Step("in-theme", Node("theme", requirement.theme))
    for p in requirement.provisions:
        if p in knowledge.provisions:
            yield Step("rests-on", Node("provision", p))
    for c in concepts_of(requirement):
        if knowledge.name_of(GC + c):
            yield Step("speaks-of", Node("concept", c))
    for r in requirement.related:
        if r in knowledge.requirements:
            yield Step("related", Node("requirement", r))


def _from_provision(knowledge: Knowledge, name: str) -> Iterator[Step]:
    provision = knowledge.provisions[name]
    if provision.document in knowledge.documents:
        yield Step("part-of", Node("document", provision.document))
    if provision.theme in knowledge.themes:
        yield Step("in-theme", Node("theme", provision.theme))
    for r in requirements_on(knowledge, name):
        yield Step("basis-of", Node("requirement", r))


def _from_document(knowledge: Knowledge, name: str) -> Iterator[Step]:
    for p in provisions_of(knowledge, name):
        yield Step("holds", Node("provision", p))


def _from_theme(knowledge: Knowledge, name: str) -> Iterator[Step]:
    for r in requirements_in(knowledge, name):
        yield Step("asks", Node("requirement", r))


def _from_concept(knowledge: Knowledge, name: str) -> Iterator[Step]:
    for r in _links(knowledge).requirements_about.get(name, ()):
        yield Step("asked-by", Node("requirement", r))


_FROM = {
    "requirement": _from_requirement,
    "provision": _from_provision,
    "document": _from_document,
    "theme": _from_theme,
    "concept": _from_concept,
}
