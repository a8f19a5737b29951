"""The shapes graph that the engines run: what shapes need and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from checker.knowledge.index import Index, key
from checker.knowledge.model import Requirement
from checker.knowledge.names import GCR, RDF, SH, TYPE

_TEXTS = frozenset(SH + n for n in ("name", "description", "message", "group", "order"))
APPLIES = "-applies"


def shapes_graph(index: Index, requirements: Iterable[Requirement]) -> tuple[ox.Triple, ...]:
    """The shapes of some requirements, with one more shape for each condition.

    That shape (``<requirement>-applies``) has the requirement's targets and asks for the condition, so
    that a result of it says: the requirement does not apply to this draft.
    """
    return tuple(dict.fromkeys(t for r in requirements for t in _shape(index, r.iri, r.condition_iri, r.has_claims)))


@cache
def _shape(index: Index, requirement: str, condition: str | None, has_claims: bool) -> tuple[ox.Triple, ...]:
    """The triples of one requirement; they are the same in every call, so they are kept."""
    triples: dict[ox.Triple, None] = {}
    if has_claims:
        _copy(index, requirement, triples)
    if condition:
        _copy(index, condition, triples)
        applies = ox.NamedNode(requirement + APPLIES)
        triples[ox.Triple(applies, ox.NamedNode(TYPE), ox.NamedNode(SH + "NodeShape"))] = None
        triples[ox.Triple(applies, ox.NamedNode(SH + "node"), ox.NamedNode(condition))] = None
        for target in index.objects(requirement, SH + "targetClass"):
            if isinstance(target, ox.NamedNode):
                triples[ox.Triple(applies, ox.NamedNode(SH + "targetClass"), target)] = None
    return tuple(triples)


def applies_shape(requirement: Requirement) -> str:
    """The IRI of the shape whose result means that the requirement's condition does not hold."""
    return requirement.iri + APPLIES


def _copy(index: Index, root: str, into: dict[ox.Triple, None]) -> None:
    seen: set[str] = set()
    todo = [root]
    while todo:
        subject = todo.pop()
        if subject in seen:
            continue
        seen.add(subject)
        node = ox.BlankNode(subject[2:]) if subject.startswith("_:") else ox.NamedNode(subject)
        for predicate, objects in index.predicates(subject):
            if not structural(predicate):
                continue
            for o in objects:
                into[ox.Triple(node, ox.NamedNode(predicate), o)] = None
                if isinstance(o, ox.BlankNode) or (isinstance(o, ox.NamedNode) and o.value.startswith(GCR)):
                    todo.append(key(o))


def structural(predicate: str) -> bool:
    """True of what an engine goes by: no names, no messages."""
    if predicate.startswith(SH):
        return predicate not in _TEXTS
    return predicate in (TYPE, RDF + "first", RDF + "rest")
