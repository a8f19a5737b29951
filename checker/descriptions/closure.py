"""What follows from a description by the ontology: forward chaining until nothing new comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from checker.knowledge import Knowledge
from checker.knowledge.axioms import Axioms, Condition
from checker.knowledge.names import RDFS, TYPE

Subject = ox.NamedNode | ox.BlankNode
_TYPE = ox.NamedNode(TYPE)


@dataclass(frozen=True, slots=True)
class Closure:
    """What is stated and what follows from it; ``facts`` holds both."""

    stated: tuple[ox.Triple, ...]
    inferred: tuple[ox.Triple, ...]
    """The triples that follow and are not stated, sorted. Superclasses are left to the engines."""
    facts: Facts

    def beside(self, superclasses: Mapping[str, Sequence[str]]) -> tuple[ox.Triple, ...]:
        """All that an engine is to see: with it, of the class hierarchy, what is above the terms named here."""
        return (*self.stated, *self.inferred, *_above((*self.stated, *self.inferred), superclasses))


def closed(triples: Iterable[ox.Triple], knowledge: Knowledge) -> tuple[ox.Triple, ...]:
    """What an engine is to see of a description."""
    return close(triples, knowledge.axioms).beside(knowledge.superclasses)


def _above(triples: Iterable[ox.Triple], superclasses: Mapping[str, Sequence[str]]) -> Iterator[ox.Triple]:
    link = ox.NamedNode(RDFS + "subClassOf")
    todo = list(dict.fromkeys(o.value for t in triples if isinstance(o := t.object, ox.NamedNode)))
    seen = set(todo)
    for term in todo:
        for above in superclasses.get(term, ()):
            yield ox.Triple(ox.NamedNode(term), link, ox.NamedNode(above))
            if above not in seen:
                seen.add(above)
                todo.append(above)


def close(triples: Iterable[ox.Triple], axioms: Axioms) -> Closure:
    """Everything that follows from the triples."""
    stated = tuple(triples)
    facts, known, todo = Facts(axioms), set(stated), list(dict.fromkeys(stated))
    for triple in todo:
        facts.add(triple)
    while todo:
        followed = {t for triple in todo for t in _following(triple, facts)} - known
        for triple in followed:
            facts.add(triple)
        known |= followed
        todo = list(followed)
    return Closure(stated, tuple(sorted(known.difference(stated), key=str)), facts)


class Bearing:
    """Tells the triples that conclusions and contradictions can rest on: a few in a hundred."""

    def __init__(self, axioms: Axioms) -> None:
        conditions = [c for _, found in axioms.definitions for c in found]
        given = [axioms.superproperties, axioms.inverses]
        self._predicates = _nodes(
            *(p for found in given for one, others in found.items() for p in (one, *others)),
            *(p for links, gives in axioms.chains for p in (*links, gives)),
            *(p for found in axioms.shared_values.values() for p, _ in found),
            *(c.path for c in conditions),
            *axioms.transitive,
            *axioms.functional,
        )
        self._defining = _nodes(*(c.path for c in conditions))
        asked = {c.cls for c in conditions} | {c for c, _ in axioms.definitions} | set(axioms.shared_values)
        self._classes = _nodes(*asked, *(c for c, above in axioms.above.items() if above & asked))

    def among(self, triples: Iterable[ox.Triple]) -> tuple[ox.Triple, ...]:
        """What ``close`` needs of the triples to infer the same, and to find the same contradictions.

        Classes exclude each other only where a node has several.
        """
        found: list[ox.Triple] = []
        types: dict[object, list[ox.Triple]] = {}
        for t in triples:
            if (predicate := t.predicate) == _TYPE:
                types.setdefault(t.subject, []).append(t)
            elif predicate in self._predicates:
                found.append(t)
        defined = {t.subject for t in found if t.predicate in self._defining}
        for node, of in types.items():
            if len(of) > 1 or of[0].object in self._classes or node in defined:
                found += of
        return tuple(found)


def _nodes(*iris: str) -> frozenset[object]:
    return frozenset(ox.NamedNode(iri) for iri in iris if iri)


class Facts:
    """Triples by subject and by object, and the types of each node with what is above them."""

    def __init__(self, axioms: Axioms) -> None:
        self.axioms = axioms
        conditions = [c for _, found in axioms.definitions for c in found]
        self.defining = {TYPE, *(c.path for c in conditions)}
        """Properties of which a definition may hang on a statement."""
        self.asked = {c.path for c in conditions if c.path and c.cls}
        """Properties whose values' classes a definition asks for: a new type there concerns the node before."""
        self._out: dict[Subject, dict[str, dict[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, None]]] = (
            defaultdict(lambda: defaultdict(dict))
        )
        self._in: dict[object, dict[str, dict[Subject, None]]] = defaultdict(lambda: defaultdict(dict))
        self._types: dict[Subject, set[str]] = defaultdict(set)

    def add(self, t: ox.Triple) -> None:
        if isinstance(t.subject, ox.Triple):
            return
        self._out[t.subject][t.predicate.value][t.object] = None
        self._in[t.object][t.predicate.value][t.subject] = None
        if t.predicate == _TYPE and isinstance(t.object, ox.NamedNode):
            self._types[t.subject] |= self.axioms.above.get(t.object.value, frozenset((t.object.value,)))

    def values(self, node: Subject, path: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
        return list(self._out[node][path]) if node in self._out else []

    def subjects(self, value: object, path: str) -> list[Subject]:
        return list(self._in[value][path]) if value in self._in else []

    def types(self, node: object) -> set[str]:
        return self._types.get(node, set())  # type: ignore[call-overload,no-any-return]

    def nodes(self) -> Iterator[Subject]:
        yield from self._out


def _following(t: ox.Triple, facts: Facts) -> Iterator[ox.Triple]:
    """What one triple gives together with all that is known."""
    subject, path, value = t.subject, t.predicate.value, t.object
    if isinstance(subject, ox.Triple):
        return
    axioms = facts.axioms
    for up in axioms.superproperties.get(path, ()):
        yield ox.Triple(subject, ox.NamedNode(up), value)
    if isinstance(value, ox.NamedNode | ox.BlankNode):
        for other in axioms.inverses.get(path, ()):
            yield ox.Triple(value, ox.NamedNode(other), subject)
        for links, gives in axioms.chains:
            yield from _along(subject, path, value, links, gives, facts)
        if path in axioms.transitive:
            yield from _along(subject, path, value, (path, path), path, facts)
    for cls in facts.types(subject) if t.predicate == _TYPE else ():
        for has, shared in axioms.shared_values.get(cls, ()):
            yield ox.Triple(subject, ox.NamedNode(has), ox.NamedNode(shared))
    if path not in facts.defining:
        return
    for node in {subject, *(s for p in facts.asked for s in facts.subjects(subject, p))}:
        for cls, conditions in axioms.definitions:
            if cls not in facts.types(node) and all(_holds(c, node, facts) for c in conditions):
                yield ox.Triple(node, _TYPE, ox.NamedNode(cls))


def _along(
    subject: Subject, path: str, value: Subject, links: tuple[str, ...], gives: str, facts: Facts
) -> Iterator[ox.Triple]:
    """The ends of every chain that has this triple as one of its links."""
    for place, link in enumerate(links):
        if link != path:
            continue
        starts, ends = [subject], [value]
        for before in reversed(links[:place]):
            starts = [s for node in starts for s in facts.subjects(node, before)]
        for after in links[place + 1 :]:
            ends = [o for n in ends for o in facts.values(n, after) if isinstance(o, ox.NamedNode | ox.BlankNode)]
        for start in starts:
            for end in ends:
                yield ox.Triple(start, ox.NamedNode(gives), end)


def _holds(condition: Condition, node: Subject, facts: Facts) -> bool:
    if not condition.path:
        return condition.cls in facts.types(node)
    values = facts.values(node, condition.path)
    if condition.value:
        return ox.NamedNode(condition.value) in values
    return any(condition.cls in facts.types(v) for v in values)
