"""Where a description contradicts itself: what the ontology says cannot both be so, and which statements say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from checker.descriptions.closure import Facts, Subject
from checker.descriptions.statements import Wording
from checker.knowledge.names import GC, TYPE, local


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """A node that is or has two things which exclude each other.

    ``path`` is the property with two values, or empty where two classes exclude each other.
    """

    node: str
    path: str
    one: str
    other: str


def contradictions(facts: Facts) -> tuple[Contradiction, ...]:
    """Every contradiction of a description and of what follows from it, sorted."""
    return tuple(sorted({c for node in facts.nodes() for c in (*_classes(node, facts), *_values(node, facts))}))


def _classes(node: Subject, facts: Facts) -> Iterable[Contradiction]:
    """The classes stated of a node, two by two, where something above the one excludes something above the other."""
    stated = sorted(v.value for v in facts.values(node, TYPE) if isinstance(v, ox.NamedNode))
    for one, other in combinations(stated, 2):
        above = [facts.axioms.above.get(c, frozenset((c,))) for c in (one, other)]
        if any((a, b) in facts.axioms.disjoint for a in above[0] for b in above[1]):
            yield Contradiction(_name(node), "", one, other)


def _values(node: Subject, facts: Facts) -> Iterable[Contradiction]:
    """Two values of a property that has one at most: literals, or individuals known to differ."""
    for path in sorted(facts.axioms.functional):
        values = sorted(facts.values(node, path), key=str)
        for one, other in combinations(values, 2):
            named = isinstance(one, ox.NamedNode) and isinstance(other, ox.NamedNode)
            if (named and (one.value, other.value) in facts.axioms.different) or (  # type: ignore[union-attr]
                isinstance(one, ox.Literal) and isinstance(other, ox.Literal)
            ):
                yield Contradiction(_name(node), path, _name(one), _name(other))


def _name(term: object) -> str:
    return str(getattr(term, "value", term))


def in_words(found: Contradiction, wording: Wording, texts: Mapping[str, str]) -> str:
    """One sentence: which node, what excludes what. ``texts`` are of the wording's language."""

    def term(iri: str) -> str:
        return wording.term(iri) or wording.name(iri) or (local(iri) if iri.startswith(GC) else iri)

    key = "contradiction-values" if found.path else "contradiction-classes"
    return texts[key].format(
        node=wording.name(found.node) or local(found.node),
        path=term(found.path),
        one=term(found.one),
        other=term(found.other),
    )
