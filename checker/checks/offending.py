"""Which lines of an RDF file to look at for a requirement that is not met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from checker.descriptions.closure import close
from checker.descriptions.description import Description, DescriptionFile
from checker.descriptions.matching import Matcher
from checker.descriptions.positions import Span, positions_of
from checker.descriptions.rdf import read_rdf
from checker.descriptions.syntaxes import SYNTAXES
from checker.engine import validate
from checker.knowledge import Knowledge
from checker.knowledge.claims import unfolded
from checker.knowledge.index import Index
from checker.knowledge.model import Claim, Requirement, ValueShape
from checker.knowledge.names import GC, SH, TYPE
from checker.knowledge.shapes import shapes_graph
from checker.report import InputReport

Why = Literal["against", "near", "draft", "row"]
_MOST = 3
"""Nodes shown for one claim."""
_SEEN = "-seen"


@dataclass(frozen=True, slots=True)
class Pointed:
    """Lines to look at: what goes against a claim, what comes near it, the draft that would have to state it, or the
    row of a form that asks for it."""

    why: Why
    node: str
    lines: Span
    claims: tuple[str, ...]
    """Ids of the claims that fail there."""
    stated: Span | None = None
    """Where the draft, or a part of it, names the node as what it states."""


class Offending:
    """The places of one file. ``reports`` are those of its drafts, as the check gave them."""

    def __init__(self, file: Path, reports: Iterable[InputReport], knowledge: Knowledge) -> None:
        found = read_rdf(file, knowledge)
        self._knowledge = knowledge
        self._drafts = found.descriptions
        self._positions = positions_of(file.read_bytes(), SYNTAXES[file.suffix.lower()])
        self._by = _by_subject(found.triples)
        self._matcher = Matcher(self._by, knowledge.below)
        self._against = _against(found, reports, knowledge)

    def of(self, draft: int, requirement: str, failing: Collection[str]) -> tuple[Pointed, ...]:
        """Where to look for a requirement of a draft, best first.

        ``draft`` is its number among the reports, ``failing`` are ids of claims.
        """
        description = self._drafts[draft]
        places: dict[tuple[Why, str], list[str]] = defaultdict(list)
        for claim in self._knowledge.requirements[requirement].claims:
            if claim.id in failing:
                for place in self._places(description, claim):
                    places[place].append(claim.id)
        order: tuple[Why, ...] = ("against", "near", "draft")
        found = [
            Pointed(why, node, self._positions.nodes[node], tuple(claims), self._stated(description, node))
            for (why, node), claims in places.items()
            if node in self._positions.nodes
        ]
        return tuple(sorted(found, key=lambda p: (order.index(p.why), -len(p.claims), p.lines.first, p.lines.column)))

    def _stated(self, draft: Description, node: str) -> Span | None:
        triples = self._positions.triples
        return next((triples[key] for d, _ in draft.nodes if (key := (d, GC + "states", node)) in triples), None)

    def _places(self, draft: Description, claim: Claim) -> tuple[tuple[Why, str], ...]:
        against: list[tuple[Why, str]] = [("against", n) for n in self._against.get((draft.draft, claim.iri), ())]
        near: list[tuple[Why, str]] = [("near", n) for n in self._near(draft, claim.wants)] if claim.wants else []
        return tuple((against or near)[:_MOST]) or (("draft", draft.draft),)

    def _near(self, draft: Description, wants: ValueShape) -> list[str]:
        """Statements of a class that the claim asks for, those that hold most of the rest first."""
        below = self._knowledge.below
        branches = [branch for group in wants.alternatives for branch in group]
        asked = {c for shape in (wants, *branches) for c in shape.classes}
        classes = frozenset[str]().union(*(below.get(c, frozenset((c,))) for c in asked))
        found = [s for s in self._statements(draft) if classes & {o.value for o in self._by[s].get(TYPE, ())}]
        return sorted(found, key=lambda s: -sum(self._matcher.fits(s, ValueShape(parts=(p,))) for p in wants.parts))

    def _statements(self, draft: Description) -> Iterator[str]:
        for node, _ in draft.nodes:
            for o in self._by.get(node, {}).get(GC + "states", ()):
                if isinstance(o, ox.NamedNode) and o.value in self._by:
                    yield o.value


def _by_subject(triples: Iterable[ox.Triple]) -> Mapping[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    by: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    for t in triples:
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode | ox.Literal):
            by[t.subject.value][t.predicate.value].append(t.object)
    return {s: dict(of) for s, of in by.items()}


def _against(
    found: DescriptionFile, reports: Iterable[InputReport], knowledge: Knowledge
) -> Mapping[tuple[str, str], list[str]]:
    """The nodes that break claims on all of something, by draft and claim: the shape is turned round to name them."""
    turned: dict[ox.Triple, None] = {}
    asked: dict[str, Requirement] = {}
    for draft, report in zip(found.descriptions, reports, strict=False):
        for outcome in report.requirements:
            failing = {c.id for c in outcome.claims if not c.holds and c.universal}
            for claim in knowledge.requirements[outcome.id].claims if failing else ():
                if claim.id in failing:
                    asked[outcome.id] = knowledge.requirements[outcome.id]
                    turned |= dict.fromkeys(_turned(knowledge.index, claim, draft.draft))
    if not turned:
        return {}
    data = close(found.triples, knowledge.axioms).beside(knowledge.superclasses)
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for result in validate((*shapes_graph(knowledge.index, asked.values()), *turned), data):
        if result.shape.endswith(_SEEN) and result.value:
            places[result.focus, result.shape.removesuffix(_SEEN)].append(result.value)
    return places


def _turned(index: Index, claim: Claim, draft: str) -> Iterator[ox.Triple]:
    """Instead of counting what must not be there, a shape that fails at each of it."""
    shape = unfolded(index, claim.iri)
    path, forbidden = index.objects(shape, SH + "path"), index.objects(shape, SH + "qualifiedValueShape")
    if not path or not forbidden or index.literal(shape, SH + "qualifiedMaxCount") != "0":
        return
    around, seen = ox.NamedNode(claim.iri + "-look"), ox.NamedNode(claim.iri + _SEEN)
    yield ox.Triple(around, ox.NamedNode(TYPE), ox.NamedNode(SH + "NodeShape"))
    yield ox.Triple(around, ox.NamedNode(SH + "targetNode"), ox.NamedNode(draft))
    yield ox.Triple(around, ox.NamedNode(SH + "property"), seen)
    yield ox.Triple(seen, ox.NamedNode(SH + "path"), path[0])
    yield ox.Triple(seen, ox.NamedNode(SH + "not"), forbidden[0])
