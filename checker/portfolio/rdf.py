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
_NONE = 0
"""Stands for an object that is no node. A node is known by its hash of 64 bits."""


def read_drafts(path: Path, source: str, sha256: str, knowledge: Knowledge, beside: Path | None) -> Iterator[Drafted]:
    """Every draft that no other one contains, by name. ``source`` is what the file is called in results.

    Where many triples are to be expected, they lie in the file ``beside`` meanwhile. Raises InputError.
    """
    with Kept(beside) as kept:
        reading = _Reading(kept, knowledge)
        for quad, line in stream(path):
            reading.add(quad, line)
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
        self._subject: object = None
        self._begins = 0
        self.telling: list[ox.Triple] = []
        """What says which drafts there are, and which are parts of which."""
        self.lines: dict[str, int] = {}
        self.imports = False

    def add(self, quad: ox.Quad, line: int) -> None:
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        if type(subject) is ox.BlankNode:
            subject = self._named(subject)
        if type(value) is ox.BlankNode:
            value = self._named(value)
        triple = ox.Triple(subject, predicate, value)
        if predicate == _BELOW and triple in self._known:
            return
        if subject != self._subject:
            self._subject, self._begins = subject, line
        if predicate == _TYPE:
            if value in self._kinds:
                self.telling.append(triple)
                self.lines.setdefault(subject.value, self._begins)  # type: ignore[union-attr]
        elif predicate == _PART:
            self.telling.append(triple)
        elif predicate == _IMPORTS:
            self.imports = True
        self._kept.add(triple)
        self._subjects.append(hash(subject))
        self._objects.append(hash(value) if type(value) is ox.NamedNode else _NONE)

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

    def _named(self, node: ox.BlankNode) -> ox.NamedNode:
        return self._names.setdefault(node.value, ox.NamedNode(f"urn:guidecheck:node:{len(self._names) + 1}"))


def _place(nodes: np.ndarray[Any, np.dtype[np.int64]], draft: str) -> int:
    return int(np.searchsorted(nodes, hash(ox.NamedNode(draft))))
