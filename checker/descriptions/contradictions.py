"""Where a description contradicts itself: what the ontology says cannot both be so, and which statements say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from checker.descriptions.closure import Facts, Subject, inferred
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, RDFS, SKOS, TYPE, local


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """A node that is or has two things which exclude each other.

    ``path`` is the property with two values, or empty where two classes exclude each other.
    """

    node: str
    path: str
    one: str
    other: str


def contradictions(triples: Iterable[ox.Triple], knowledge: Knowledge) -> tuple[Contradiction, ...]:
    """Every contradiction of a description and of what follows from it, sorted."""
    stated = tuple(triples)
    facts = Facts(knowledge.axioms)
    for triple in (*stated, *inferred(stated, knowledge.axioms)):
        facts.add(triple)
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


def in_words(found: Contradiction, triples: Iterable[ox.Triple], knowledge: Knowledge, language: str) -> str:
    """One sentence: which node, what excludes what."""
    texts = knowledge.interface_texts(language)
    label = {
        t.subject.value: t.object.value
        for t in triples
        if isinstance(t.subject, ox.NamedNode)
        and t.predicate.value == RDFS + "label"
        and isinstance(t.object, ox.Literal)
    }

    def term(iri: str) -> str:
        for lit in (lit for p in (RDFS + "label", SKOS + "prefLabel") for lit in knowledge.index.literals(iri, p)):
            if lit.language == language:
                return lit.value
        return label.get(iri) or (local(iri) if iri.startswith(GC) else iri)

    key = "contradiction-values" if found.path else "contradiction-classes"
    return texts[key].format(
        node=label.get(found.node) or local(found.node),
        path=term(found.path),
        one=term(found.one),
        other=term(found.other),
    )
