"""Positions in RDF/XML: the parser is fed tag by tag, and the tags that are open say what a triple is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, cast
from xml.parsers import expat

import pyoxigraph as ox

from checker.descriptions.positions.spans import BASE, Fed, Gathered, Positions, Spot, Stretch
from checker.knowledge.names import RDF


@dataclass(frozen=True, slots=True)
class _Tag:
    offset: int
    spot: Spot
    name: str = ""
    """IRI of the element; empty where the tag closes one."""
    attributes: frozenset[str] = frozenset()


class _Elements:
    """Follows the tags; ``pieces`` hands them out."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._tags = _tags(data)
        self._open: list[_Tag] = []
        self._now: Spot = (1, 1)

    def pieces(self) -> Iterator[bytes]:
        yield self._data[: self._tags[0].offset] or b" "
        ends = [*(tag.offset for tag in self._tags[1:]), len(self._data)]
        for tag, end in zip(self._tags, ends, strict=True):
            self._now = tag.spot
            if tag.name:
                self._open.append(tag)
            if tag.offset < end:
                yield self._data[tag.offset : end]
            if not tag.name:
                self._open.pop()

    def of(self, quad: ox.Quad) -> tuple[Stretch | None, Stretch | None]:
        """Where the subject and the triple of a quad stand that has just come out."""
        if not self._open:
            return None, None
        said = quad.predicate.value
        names = (said, RDF + "li") if said.startswith(RDF + "_") else (said,)
        if not self._open[-1].attributes & {said}:
            for n in range(len(self._open) - 1, 0, -1):
                if self._open[n].name in names:
                    return self._stretch(self._open[n - 1]), self._stretch(self._open[n])
        return self._stretch(self._open[-1]), self._stretch(self._open[-1])

    def _stretch(self, tag: _Tag) -> Stretch:
        return tag.spot, (max(tag.spot, self._now)[0], 0)


def in_xml(data: bytes) -> Positions:
    """Where nodes and triples stand: the tag of the node, and that of the property."""
    gathered = Gathered()
    with suppress(SyntaxError, ValueError, expat.ExpatError):
        elements = _Elements(data)
        for quad in ox.parse(cast("IO[bytes]", Fed(elements.pieces())), format=ox.RdfFormat.RDF_XML, base_iri=BASE):
            gathered.add(quad, *elements.of(quad))
    return gathered.positions()


def _tags(data: bytes) -> list[_Tag]:
    """Raises ExpatError. Entities have been refused before, and what is not UTF-8, whatever it calls itself."""
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    found: list[_Tag] = []

    def opened(name: str, attributes: dict[str, str]) -> None:
        spot = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        found.append(_Tag(parser.CurrentByteIndex, spot, _iri(name), frozenset(map(_iri, attributes))))

    def closed(name: str) -> None:
        found.append(_Tag(parser.CurrentByteIndex, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)))

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.Parse(data, True)
    return found


def _iri(name: str) -> str:
    return name.replace(" ", "", 1) or "?"
