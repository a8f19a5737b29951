"""Whether a node of a description is what a claim asks for: which statements stand behind a claim that holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from checker.knowledge.model import Part, ValueShape
from checker.knowledge.names import HAS_TEXT, TYPE

Values = Mapping[str, list[ox.NamedNode | ox.Literal]]


class Matcher:
    """Follows value shapes over the triples of one description. ``below`` gives a class with its subclasses."""

    def __init__(self, by_subject: Mapping[str, Values], below: Mapping[str, frozenset[str]]) -> None:
        self._by = by_subject
        self._below = below
        self._types: dict[str, frozenset[str]] = {}

    def fits(self, node: str, shape: ValueShape) -> bool:
        """What a shape says beyond classes, values and parts (wording, numbers, absence) is left to the engine."""
        if (types := self._types.get(node)) is None:
            types = self._types[node] = frozenset(o.value for o in self._values(node, TYPE))
        return (
            all(types & self._below.get(c, frozenset((c,))) for c in shape.classes)
            and (not shape.values or node in shape.values)
            and all(self._has(node, part) for part in shape.parts)
            and all(any(self.fits(node, a) for a in group) for group in shape.alternatives)
        )

    def _has(self, node: str, part: Part) -> bool:
        values = self._values(node, part.path)
        if part.path == HAS_TEXT:
            return bool(values)
        return sum(self._counts(value, part.value) for value in values) >= part.count

    def _counts(self, value: ox.NamedNode | ox.Literal, shape: ValueShape) -> bool:
        if isinstance(value, ox.Literal):
            return not (shape.classes or shape.values or shape.parts)
        return self.fits(value.value, shape)

    def _values(self, node: str, path: str) -> Iterable[ox.NamedNode | ox.Literal]:
        found = self._by.get(node)
        return found.get(path, []) if found else []
