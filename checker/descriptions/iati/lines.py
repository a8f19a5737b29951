"""From a statement back to the lines of the file, in RDF: annotations whose selectors name lines."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from checker.descriptions.iati.activity import Activity
from checker.knowledge.names import DCTERMS, GC, OA, RDF, TYPE

_LINES = ox.NamedNode("http://tools.ietf.org/rfc/rfc5147")
"""Fragments of plain text: a line is the space between two positions, and the first position is 0."""


def with_lines(activity: Activity, file: str) -> Iterator[ox.Triple]:
    """The statements, and for each thing that is spoken of where in the file it was read."""
    yield from activity.statements
    source = ox.NamedNode("urn:guidecheck:file:" + quote(file))
    for node, line in activity.lines().items():
        note, selector = ox.NamedNode(f"{node}:read"), ox.NamedNode(f"{node}:line")
        yield ox.Triple(ox.NamedNode(node), ox.NamedNode(GC + "hasEvidence"), note)
        yield ox.Triple(note, ox.NamedNode(TYPE), ox.NamedNode(OA + "Annotation"))
        yield ox.Triple(note, ox.NamedNode(OA + "hasTarget"), selector)
        yield ox.Triple(selector, ox.NamedNode(TYPE), ox.NamedNode(OA + "FragmentSelector"))
        yield ox.Triple(selector, ox.NamedNode(OA + "hasSource"), source)
        yield ox.Triple(selector, ox.NamedNode(DCTERMS + "conformsTo"), _LINES)
        yield ox.Triple(selector, ox.NamedNode(RDF + "value"), ox.Literal(f"line={line - 1},{line}"))
