"""The knowledge as triples, indexed by subject and by object; read once, never changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from checker.errors import ToolError
from checker.knowledge.names import RDF, RDFS, TYPE

Node = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Key = str
"""A node as text: the IRI, or ``_:`` and a label."""


def key(term: Term) -> Key:
    if isinstance(term, ox.NamedNode):
        return term.value
    return str(term)


class Index:
    """Triples by subject and predicate. Keys are IRIs as strings, blank nodes as ``_:label``."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = tuple(triples)
        self._by_subject: dict[Key, dict[str, list[Term]]] = defaultdict(dict)
        self._by_type: dict[str, list[Key]] = defaultdict(list)
        self._subclasses: dict[str, list[str]] = defaultdict(list)
        for t in self.triples:
            subject, predicate = key(t.subject), t.predicate.value
            self._by_subject[subject].setdefault(predicate, []).append(t.object)
            if predicate == TYPE:
                self._by_type[key(t.object)].append(subject)
            elif predicate == RDFS + "subClassOf" and isinstance(t.object, ox.NamedNode):
                self._subclasses[t.object.value].append(subject)

    def objects(self, subject: Key, predicate: str) -> list[Term]:
        return self._by_subject.get(subject, {}).get(predicate, [])

    def keys(self, subject: Key, predicate: str) -> tuple[Key, ...]:
        return tuple(key(o) for o in self.objects(subject, predicate))

    def one(self, subject: Key, predicate: str) -> Key | None:
        found = self.keys(subject, predicate)
        return found[0] if found else None

    def literal(self, subject: Key, predicate: str) -> str:
        for o in self.objects(subject, predicate):
            if isinstance(o, ox.Literal):
                return o.value
        return ""

    def literals(self, subject: Key, predicate: str) -> list[ox.Literal]:
        return [o for o in self.objects(subject, predicate) if isinstance(o, ox.Literal)]

    def of_type(self, cls: str) -> tuple[Key, ...]:
        return tuple(sorted(self._by_type.get(cls, ())))

    def subjects(self) -> Iterator[Key]:
        return iter(self._by_subject)

    def predicates(self, subject: Key) -> Iterable[tuple[str, list[Term]]]:
        return self._by_subject.get(subject, {}).items()

    def has(self, subject: Key, predicate: str) -> bool:
        return predicate in self._by_subject.get(subject, {})

    def items(self, head: Key | None) -> Iterator[Term]:
        """The members of an RDF list."""
        while head and head != RDF + "nil":
            yield from self.objects(head, RDF + "first")
            head = self.one(head, RDF + "rest")

    def below(self, cls: str) -> frozenset[str]:
        """A class and all its subclasses."""
        seen = {cls}
        todo = [cls]
        while todo:
            for sub in self._subclasses.get(todo.pop(), ()):
                if sub not in seen:
                    seen.add(sub)
                    todo.append(sub)
        return frozenset(seen)


def parse(files: Iterable[Path]) -> tuple[tuple[ox.Triple, ...], str]:
    """All triples of Turtle files, and ``sha256:`` of their bytes.

    Raises ToolError where a file of the knowledge is missing or is not Turtle.
    """
    digest = hashlib.sha256()
    triples: list[ox.Triple] = []
    for number, file in enumerate(files):
        try:
            data = file.read_bytes()
            for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
                triples.append(_apart(quad.triple, number))
        except (OSError, SyntaxError) as error:
            raise ToolError(f"the knowledge cannot be read: {error}", where=file.name) from error
        digest.update(file.name.encode() + b"\0" + data + b"\0")
    if not triples:
        raise ToolError("no ontology or shapes were found", remedy="install guidecheck again")
    return tuple(triples), "sha256:" + digest.hexdigest()


def _apart(triple: ox.Triple, number: int) -> ox.Triple:
    """Keeps blank nodes of different files apart, under names that are the same in every run."""
    s, o = triple.subject, triple.object
    if isinstance(s, ox.BlankNode):
        s = ox.BlankNode(f"f{number}{s.value}")
    if isinstance(o, ox.BlankNode):
        o = ox.BlankNode(f"f{number}{o.value}")
    return ox.Triple(s, triple.predicate, o)
