"""What is said of positions, and what gathers them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import RawIOBase

import pyoxigraph as ox

Spot = tuple[int, int]
"""Line and column, both from 1; columns count characters."""
Stretch = tuple[Spot, Spot]
"""Where something begins, and the spot past its end; column 0 is one that is not known."""
TripleKey = tuple[str, str, str]
"""Subject, predicate and object by name; a literal by its text."""
BASE = "urn:guidecheck:file:"


@dataclass(frozen=True, slots=True)
class Span:
    """Lines from ``first`` to ``last``, counted from 1."""

    first: int
    last: int
    column: int = 1
    """Of the first character on the first line."""
    end: int = 0
    """Column past the last character on the last line; 0 where it is not known."""


@dataclass(frozen=True, slots=True)
class Positions:
    """``nodes`` has what is said of each subject, ``triples`` where the object of each triple is written."""

    nodes: Mapping[str, Span]
    triples: Mapping[TripleKey, Span]


class Gathered:
    """Positions as they come in, quad by quad."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._nodes: dict[str, Stretch] = {}
        self._triples: dict[TripleKey, Stretch] = {}

    def add(self, quad: ox.Quad, subject: Stretch | None, object_: Stretch | None) -> None:
        """To be called for every quad of the file: blank nodes are named in the order of their appearance."""
        key = self._name(quad.subject), quad.predicate.value, self._name(quad.object)
        if subject is None:
            return
        value = object_ or subject
        self._triples.setdefault(key, value)
        before = self._nodes.get(key[0], subject)
        self._nodes[key[0]] = min(before[0], subject[0]), max(before[1], subject[1], value[1])

    def positions(self) -> Positions:
        return Positions(
            {name: _span(found) for name, found in self._nodes.items()},
            {key: _span(found) for key, found in self._triples.items()},
        )

    def _name(self, node: object) -> str:
        if isinstance(node, ox.BlankNode):
            return self._names.setdefault(node.value, f"urn:guidecheck:node:{len(self._names) + 1}")
        return node.value if isinstance(node, ox.NamedNode | ox.Literal) else str(node)


class Fed(RawIOBase):
    """A file that hands out one piece at a time; what makes the pieces runs on only when the next is asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        given = self._rest or next(self._pieces, b"")
        end = len(given) if size < 0 else size
        self._rest = given[end:]
        return given[:end]


class Ruler:
    """Spots by offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]

    def __call__(self, offset: int) -> Spot:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _span(found: Stretch) -> Span:
    (first, column), (last, end) = found
    return Span(first, last, column, end)
