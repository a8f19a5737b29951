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


_SUBCLASS = RDFS + "subClassOf"


def key(term: Term) -> Key:
    if isinstance(term, ox.NamedNode):
        return term.value
    return str(term)


class Index:
    """Triples by subject and predicate. Keys are IRIs as strings, blank nodes as ``_:label``."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._by_subject: dict[Key, dict[str, list[Term]]] = defaultdict(dict)
        self._by_type: dict[str, list[Key]] = defaultdict(list)
        self._subclasses: dict[str, list[str]] = defaultdict(list)
        for quad in quads:
            subject, predicate, o = key(quad.subject), quad.predicate.value, quad.object
            self._by_subject[subject].setdefault(predicate, []).append(o)
            if predicate == TYPE:
                self._by_type[key(o)].append(subject)
            elif predicate == _SUBCLASS and isinstance(o, ox.NamedNode):
                self._subclasses[o.value].append(subject)

    def superclasses(self) -> dict[str, tuple[str, ...]]:
        """The classes that each named class is directly below."""
        found: dict[str, list[str]] = {}
        for cls, below in self._subclasses.items():
            for sub in below:
                if not sub.startswith("_:"):
                    found.setdefault(sub, []).append(cls)
        return {sub: tuple(above) for sub, above in found.items()}

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

    def __len__(self) -> int:
        return len(self._by_subject)

    def has(self, subject: Key, predicate: str) -> bool:
        return predicate in self._by_subject.get(subject, {})

    def items(self, head: Key | None) -> Iterator[Term]:
        """The members of an RDF list."""
        while head and head != RDF + "nil":
            yield from self.objects(head, RDF + "first")
            head = self.one(head, RDF + "rest")

    def reach(self, start: Key, predicate: str) -> frozenset[Key]:
        """A node and all that the predicate leads to from it, at any distance."""
        seen, todo = {start}, [start]
        while todo:
            new = set(self.keys(todo.pop(), predicate)) - seen
            seen |= new
            todo += new
        return frozenset(seen)

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


def parse(files: Iterable[Path]) -> Index:
    """All triples of Turtle files. Raises ToolError where one is missing or not Turtle, or where there is nothing."""

    def quads() -> Iterator[ox.Quad]:
        for file in files:
            try:
                yield from ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
            except (OSError, SyntaxError) as error:
                line = getattr(error, "lineno", None)
                where = f"{file.name}:{line}" if line else file.name
                raise ToolError(f"the knowledge cannot be read: {error}", where=where) from error

    index = Index(quads())
    if not index:
        raise ToolError("no ontology or shapes were found", remedy="install guidecheck again")
    return index


def checksum(files: Iterable[Path]) -> str:
    """``sha256:`` of names and bytes, in the order given."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return "sha256:" + digest.hexdigest()
