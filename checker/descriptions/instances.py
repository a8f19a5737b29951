"""The smallest RDF that says what a claim asks for."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from checker.knowledge.model import ValueShape
from checker.knowledge.names import HAS_TEXT, TYPE


def instance(shape: ValueShape, node: ox.NamedNode) -> Iterator[ox.Triple]:
    """Triples that make ``node`` what a shape asks: of several ways the first. Wording (gc:hasText) is left out."""
    for cls in shape.classes:
        yield ox.Triple(node, ox.NamedNode(TYPE), ox.NamedNode(cls))
    for number, part in enumerate(shape.parts):
        if part.path == HAS_TEXT:
            continue
        for n in range(part.count):
            if part.value.values:
                value = part.value.values[min(n, len(part.value.values) - 1)]
                yield ox.Triple(node, ox.NamedNode(part.path), ox.NamedNode(value))
                continue
            child = ox.NamedNode(f"{node.value}-{number + 1}.{n + 1}")
            yield ox.Triple(node, ox.NamedNode(part.path), child)
            yield from instance(part.value, child)
    for group in shape.alternatives:
        yield from instance(group[0], node)


def asks_for_wording(shape: ValueShape) -> bool:
    """True where the wording of the statement decides."""
    return any(p.path == HAS_TEXT or asks_for_wording(p.value) for p in shape.parts) or any(
        asks_for_wording(a) for group in shape.alternatives for a in group
    )
