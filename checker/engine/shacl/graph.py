"""The triples of a shapes graph, by subject and predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from checker.engine.names import RDF, SH, Term, short
from checker.errors import InputError

_TRUE = ox.Literal(True)
_NIL = ox.NamedNode(RDF + "nil")
_NOTHING: dict[str, list[Term]] = {}


class Graph:
    """Looks up what a shape says of itself. Predicates are IRIs in full."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._of: dict[Term, dict[str, list[Term]]] = {}
        self._parents: dict[Term, list[Term]] | None = None
        for triple in dict.fromkeys(triples):
            subject, value = triple.subject, triple.object
            if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
                continue
            self._of.setdefault(subject, {}).setdefault(triple.predicate.value, []).append(value)

    def said(self, node: Term) -> dict[str, list[Term]]:
        """All that the graph says of a node, by predicate."""
        return self._of.get(node, _NOTHING)

    def all(self, node: Term, predicate: str) -> list[Term]:
        return self._of.get(node, _NOTHING).get(predicate, [])

    def subjects(self) -> Iterator[Term]:
        yield from self._of

    def parents(self, node: Term) -> list[Term]:
        """The shapes that have a node as a property shape."""
        if self._parents is None:
            self._parents = {}
            for subject in self._of:
                for child in self.all(subject, SH + "property"):
                    self._parents.setdefault(child, []).append(subject)
        return self._parents.get(node, [])

    def one(self, node: Term, predicate: str) -> Term | None:
        """The value, or None. Raises InputError where there are two."""
        found = self.all(node, predicate)
        if len(found) > 1:
            name = predicate.rsplit("#", 1)[-1]
            raise ill_formed(node, f"has {len(found)} values of sh:{name}", "leave one")
        return found[0] if found else None

    def number(self, node: Term, name: str) -> int | None:
        """An integer parameter of SHACL. Raises InputError where it is none."""
        value = self.one(node, SH + name)
        if value is None:
            return None
        try:
            return int(value.value)
        except ValueError:
            raise ill_formed(node, f"has sh:{name} {value}", "write an integer") from None

    def is_true(self, node: Term, name: str) -> bool:
        """Only the literal true counts, as the standard has it."""
        return _TRUE in self.all(node, SH + name)

    def list_of(self, head: Term, owner: Term) -> tuple[Term, ...]:
        """The members of an RDF list. Raises InputError where it is broken or goes in a circle."""
        members, seen = [], set()
        while head != _NIL:
            first, rest = self.all(head, RDF + "first"), self.all(head, RDF + "rest")
            if len(first) != 1 or len(rest) != 1 or head in seen:
                raise ill_formed(owner, f"has a broken list at {short(head)}", "close it with one first and one rest")
            seen.add(head)
            members.append(first[0])
            head = rest[0]
        return tuple(members)


def ill_formed(shape: Term, what: str, remedy: str) -> InputError:
    return InputError(what, where=f"shape {short(shape)}", remedy=remedy)
