"""Which terms the shapes of requirements speak of, and which properties they look for on which classes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from checker.knowledge import Knowledge
from checker.knowledge.index import key
from checker.knowledge.names import RDF, SH
from checker.knowledge.shapes import shapes_graph

_DEEPER = tuple(SH + name for name in ("qualifiedValueShape", "node", "or", "and", "xone"))
_Shape = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Uses:
    """``by_term`` has ids of requirements; ``on`` and ``to`` say of a property where it is asked and what it reaches,
    with the number of requirements that do so."""

    by_term: Mapping[str, tuple[str, ...]]
    on: Mapping[str, Counter[str]]
    to: Mapping[str, Counter[str]]


def read_uses(knowledge: Knowledge, terms: Collection[str], order: Iterable[str]) -> Uses:
    """The uses of terms by requirements, whose ids are listed in the order given."""
    by_term: dict[str, list[str]] = defaultdict(list)
    on: dict[str, Counter[str]] = defaultdict(Counter)
    to: dict[str, Counter[str]] = defaultdict(Counter)
    for requirement in (knowledge.requirements[r] for r in order):
        shape = _by_subject(shapes_graph(knowledge.index, [requirement]))
        for term in sorted(_mentioned(shape) & set(terms)):
            by_term[term].append(requirement.id)
        for into, pairs in ((on, _domains(shape)), (to, _ranges(shape))):
            for path, value in sorted(set(pairs)):
                if path in terms and value in terms:
                    into[path][value] += 1
    return Uses({t: tuple(found) for t, found in by_term.items()}, dict(on), dict(to))


def _by_subject(triples: Iterable[ox.Triple]) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for t in triples:
        if not isinstance(t.object, ox.Literal):
            subject = found[key(t.subject)]
            subject[t.predicate.value] = (*subject.get(t.predicate.value, ()), key(t.object))
    return found


def _mentioned(shape: _Shape) -> set[str]:
    return {
        o for by in shape.values() for predicate, all_ in by.items() if predicate != SH + "targetClass" for o in all_
    }


def _domains(shape: _Shape) -> Iterator[tuple[str, str]]:
    for node, by in shape.items():
        for prop in by.get(SH + "property", ()):
            for path in shape.get(prop, {}).get(SH + "path", ()):
                yield from ((path, cls) for cls in _asked(shape, node, {SH + "class"}))


def _ranges(shape: _Shape) -> Iterator[tuple[str, str]]:
    for node, by in shape.items():
        for path in by.get(SH + "path", ()):
            yield from ((path, v) for v in _asked(shape, node, {SH + "class", SH + "hasValue", SH + "in"}))


def _asked(shape: _Shape, node: str, predicates: Collection[str]) -> Iterator[str]:
    """What a shape asks of its node by these predicates, in itself and in the shapes that it takes in."""
    by = shape.get(node, {})
    for predicate in predicates:
        for o in by.get(predicate, ()):
            yield from _members(shape, o) if predicate == SH + "in" else (o,)
    for predicate in _DEEPER:
        for o in by.get(predicate, ()):
            for inner in _members(shape, o):
                yield from _asked(shape, inner, predicates)


def _members(shape: _Shape, head: str) -> Iterator[str]:
    """The members of a list, or the node itself where it is none."""
    if RDF + "first" not in shape.get(head, {}):
        yield head
        return
    while head in shape and RDF + "first" in shape[head]:
        yield from shape[head][RDF + "first"]
        head = next(iter(shape[head].get(RDF + "rest", ())), "")
