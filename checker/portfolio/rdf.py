"""A file of RDF, of any size, to the drafts that it describes, each with what belongs to it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyoxigraph as ox

from checker.descriptions.description import Description
from checker.descriptions.lines import lines_of
from checker.descriptions.rdf import by_subjects, descriptions_of, imports, no_draft
from checker.descriptions.syntaxes import SYNTAXES, stream
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, OWL, RDFS, TYPE
from checker.portfolio.belonging import Belonging
from checker.portfolio.drafted import Drafted
from checker.portfolio.kept import Kept

_TYPE, _PART, _BELOW = ox.NamedNode(TYPE), ox.NamedNode(GC + "hasPart"), ox.NamedNode(RDFS + "subClassOf")
_IMPORTS = ox.NamedNode(OWL + "imports")
_TELLING = frozenset((_TYPE, _PART, _BELOW, _IMPORTS))
_NONE = 0
"""Stands for an object that is no node. A node is known by its hash of 64 bits."""


def read_drafts(path: Path, source: str, sha256: str, knowledge: Knowledge, beside: Path | None) -> Iterator[Drafted]:
    """Every draft that no other one contains, by name. ``source`` is what the file is called in results.

    Where many triples are to be expected, they lie in the file ``beside`` meanwhile. Raises InputError.
    """
    with Kept(beside) as kept:
        reading = _Reading(kept, knowledge)
        reading.read(stream(path))
        if reading.imports:
            raise imports(path.name)
        descriptions = descriptions_of(by_subjects(reading.telling), knowledge)
        if not descriptions:
            raise no_draft(path.name)
        lines: dict[str, int] = reading.lines
        if SYNTAXES[path.suffix.lower()] == ox.RdfFormat.JSON_LD:
            spans = lines_of(path.read_bytes(), ox.RdfFormat.JSON_LD)
            lines = {node: spans[node].first for node in lines if node in spans}
        for description, places in zip(descriptions, reading.places(descriptions), strict=True):
            nodes = (node for node, _ in description.nodes if node in lines)
            yield Drafted(description.draft, source, sha256, kept.take(places), {node: lines[node] for node in nodes})


class _Reading:
    """What is noted of the triples as they pass."""

    def __init__(self, kept: Kept, knowledge: Knowledge) -> None:
        self._kept = kept
        self._kinds = {ox.NamedNode(kind.iri) for kind in knowledge.kinds.values()}
        self._known = frozenset(knowledge.class_hierarchy)
        self._names: dict[str, ox.NamedNode] = {}
        self._subjects, self._objects = array("q"), array("q")
        self.telling: list[ox.Triple] = []
        """What says which drafts there are, and which are parts of which."""
        self.lines: dict[str, int] = {}
        self.imports = False

    def read(self, quads: Iterable[tuple[ox.Quad, int]]) -> None:
        """Written for speed: each step is taken millions of times."""
        add, add_subject, add_object = self._kept.add, self._subjects.append, self._objects.append
        before: object = None
        number = begins = 0
        for quad, line in quads:
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            triple = quad.triple
            kind = type(value)
            if type(subject) is ox.BlankNode or kind is ox.BlankNode:
                subject, value = self._named(subject), self._named(value)
                kind = type(value)
                triple = ox.Triple(subject, predicate, value)
            if subject != before:
                before, begins, number = subject, line, hash(subject)
            if predicate in _TELLING and not self._note(triple, begins):
                continue
            add(triple)
            add_subject(number)
            add_object(hash(value) if kind is ox.NamedNode else _NONE)

    def _note(self, triple: ox.Triple, line: int) -> bool:
        """False of what is known without the file."""
        if triple.predicate == _BELOW:
            return triple not in self._known
        if triple.predicate == _TYPE:
            if triple.object in self._kinds:
                self.telling.append(triple)
                self.lines.setdefault(triple.subject.value, line)  # type: ignore[union-attr]
        elif triple.predicate == _PART:
            self.telling.append(triple)
        else:
            self.imports = True
        return True

    def places(self, descriptions: Iterable[Description]) -> Iterator[list[int]]:
        """For each description, the places of the triples that belong to it."""
        subjects, objects = (np.frombuffer(a, dtype=np.int64) for a in (self._subjects, self._objects))
        nodes, of_triple = np.unique(subjects, return_inverse=True)
        at = np.searchsorted(nodes, objects)
        at[at == len(nodes)] = 0
        linking = (objects != _NONE) & (nodes[at] == objects)
        by_node = np.argsort(of_triple, kind="stable")
        first = np.searchsorted(of_triple[by_node], np.arange(len(nodes) + 1))
        drafts = [_place(nodes, description.draft) for description in descriptions]
        inside = {_place(nodes, part) for d in descriptions for part, _ in d.parts}
        closed = frozenset(d for d in drafts if d not in inside)
        belonging = Belonging(len(nodes), of_triple[linking], at[linking], drafts, closed)
        del subjects, objects, at, linking
        for place in range(len(drafts)):
            found = [by_node[first[node] : first[node + 1]] for node in belonging.of(place)]
            yield np.sort(np.concatenate(found)).tolist()

    def _named(self, node: Any) -> Any:
        """A blank node by its number, in the order in which they come."""
        if type(node) is not ox.BlankNode:
            return node
        return self._names.setdefault(node.value, ox.NamedNode(f"urn:guidecheck:node:{len(self._names) + 1}"))


def _place(nodes: np.ndarray[Any, np.dtype[np.int64]], draft: str) -> int:
    return int(np.searchsorted(nodes, hash(ox.NamedNode(draft))))
