"""The shapes as the engines read them: N-Triples in which blank nodes that say the same are one.

Lists, paths and value shapes recur by the thousand, and what is read twice costs twice. Nothing that an engine reports
hangs on it: it names claims and conditions, which have IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from checker.knowledge.index import Index, Key, Term, key
from checker.knowledge.model import Requirement
from checker.knowledge.names import GC, GCR, SH, TYPE
from checker.knowledge.shapes import APPLIES, structural


def shape_texts(index: Index, requirements: Iterable[Requirement]) -> dict[str, str]:
    """The shapes of each requirement by its IRI, as ``shapes_graph`` has them."""
    merged = _Merged(index)
    return {r.iri: "".join(dict.fromkeys(merged.lines(r))) for r in requirements}


def shapes_text(texts: Mapping[str, str], requirements: Iterable[Requirement]) -> str:
    """The shapes graph of some requirements as N-Triples, from ``Knowledge.shape_texts``."""
    return "".join(texts[r.iri] for r in requirements)


class _Merged:
    """Names for blank nodes, the same for those that say the same."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names: dict[Key, str] = {}
        self._by_text: dict[str, str] = {}

    def lines(self, requirement: Requirement) -> Iterator[str]:
        if requirement.has_claims:
            yield from self._below(requirement.iri)
        if requirement.condition_iri:
            yield from self._below(requirement.condition_iri)
            applies = f"<{requirement.iri}{APPLIES}>"
            yield f"{applies} <{TYPE}> <{SH}NodeShape> .\n"
            yield f"{applies} <{SH}node> <{requirement.condition_iri}> .\n"
            for target in self._index.objects(requirement.iri, SH + "targetClass"):
                if isinstance(target, ox.NamedNode):
                    yield f"{applies} <{SH}targetClass> {target} .\n"

    def _below(self, root: Key) -> Iterator[str]:
        seen: set[str] = set()
        todo = [root]
        while todo:
            subject = todo.pop()
            name = self._name(subject)
            if name in seen:
                continue
            seen.add(name)
            for predicate, o in self._said(subject):
                node = key(o)
                yield f"{name} <{predicate}> {self._name(node) if node.startswith('_:') else o} .\n"
                if node.startswith(("_:", GCR)):
                    todo.append(node)

    def _said(self, subject: Key) -> Iterator[tuple[str, Term]]:
        for predicate, objects in self._index.predicates(subject):
            if structural(predicate):
                for o in objects:
                    if predicate != TYPE or not key(o).startswith(GC):
                        yield predicate, o

    def _name(self, node: Key) -> str:
        if not node.startswith("_:"):
            return f"<{node}>"
        open_: set[Key] = set()
        todo = [node]
        while todo:
            at = todo[-1]
            if at in self._names:
                todo.pop()
                continue
            below = [b for _, o in self._said(at) if (b := key(o)).startswith("_:") and b not in self._names]
            if below and at not in open_:
                open_.add(at)
                todo += below
                for b in open_.intersection(below):  # a ring of blank nodes: one of it is like no other
                    self._names[b] = f"_:r{len(self._names)}"
                continue
            todo.pop()
            text = "\n".join(sorted(f"{p} {self._names.get(key(o), o)}" for p, o in self._said(at)))
            self._names[at] = self._by_text.setdefault(text, f"_:b{len(self._by_text):x}")
        return self._names[node]
