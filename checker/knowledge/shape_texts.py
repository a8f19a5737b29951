"""The shapes as the engines read them: N-Triples in which blank nodes that say the same are one.

Lists, paths and value shapes recur by the thousand, and what is read twice costs twice. Nothing that an engine reports
hangs on it: it names claims and conditions, which have IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from checker.knowledge.index import Index, Key
from checker.knowledge.model import Requirement
from checker.knowledge.names import GC, GCR, SH, TYPE
from checker.knowledge.shapes import APPLIES, structural

_Said = tuple[str, str, Key]
"""A predicate and a value as they are written, or the blank node that is the value; or what else is to be followed."""


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
        self._by_subject: dict[Key, list[_Said]] = {}

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
            for predicate, said, node in self._said(subject):
                yield f"{name} {predicate} {said or self._name(node)} .\n"
                if node:
                    todo.append(node)

    def _said(self, subject: Key) -> list[_Said]:
        if (found := self._by_subject.get(subject)) is None:
            found = self._by_subject[subject] = list(self._read(subject))
        return found

    def _read(self, subject: Key) -> Iterator[_Said]:
        for predicate, objects in self._index.predicates(subject):
            if structural(predicate):
                for o in objects:
                    if isinstance(o, ox.BlankNode):
                        yield f"<{predicate}>", "", str(o)
                    elif not isinstance(o, ox.NamedNode):
                        yield f"<{predicate}>", str(o), ""
                    elif predicate != TYPE or not o.value.startswith(GC):
                        yield f"<{predicate}>", str(o), o.value if o.value.startswith(GCR) else ""

    def _name(self, node: Key) -> str:
        if not node.startswith("_:"):
            return f"<{node}>"
        names = self._names
        open_: set[Key] = set()
        todo = [node] if node not in names else []
        while todo:
            at = todo[-1]
            if at in names:
                todo.pop()
                continue
            below = [b for _, said, b in self._said(at) if not said and b not in names]
            if below and at not in open_:
                open_.add(at)
                todo += below
                for b in open_.intersection(below):  # a ring of blank nodes: one of it is like no other
                    names[b] = f"_:r{len(names):x}"
                continue
            todo.pop()
            text = "\n".join(sorted(f"{p} {said or names[b]}" for p, said, b in self._said(at)))
            names[at] = self._by_text.setdefault(text, f"_:b{len(self._by_text):x}")
        return names[node]
