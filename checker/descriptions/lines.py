"""On which lines of an RDF file each node stands, where columns are not needed: fed line by line, it goes faster."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, cast

import pyoxigraph as ox

from checker.descriptions.fed import Lines
from checker.descriptions.positions import Span
from checker.descriptions.syntaxes import BOM
from checker.knowledge.names import local


def lines_of(data: bytes, syntax: ox.RdfFormat) -> Mapping[str, Span]:
    """The lines that say something of each subject, by the names that ``read_rdf`` gives nodes.

    JSON-LD is read whole before anything is told, so there a node is looked for by its name.
    """
    fed, found, names = Lines(BytesIO(data.removeprefix(BOM))), dict[str, Span](), dict[str, str]()
    for quad in ox.parse(cast("IO[bytes]", fed), format=syntax, base_iri="urn:guidecheck:file:"):
        subject = _name(quad.subject, names)
        _name(quad.object, names)
        before = found.get(subject)
        line = fed.line
        found[subject] = Span(min(before.first, line), max(before.last, line)) if before else Span(line, line)
    return dict(_sought(data, found)) if syntax == ox.RdfFormat.JSON_LD else found


def _name(node: object, names: dict[str, str]) -> str:
    if isinstance(node, ox.BlankNode):
        return names.setdefault(node.value, f"urn:guidecheck:node:{len(names) + 1}")
    return node.value if isinstance(node, ox.NamedNode) else ""


def _sought(data: bytes, found: Mapping[str, Span]) -> Iterator[tuple[str, Span]]:
    ids: dict[str, int] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        for match in re.finditer(r'"@id"\s*:\s*"([^"]*)"', line):
            ids.setdefault(local(match[1]).rpartition(":")[2], number)
    for node in found:
        at = ids.get(local(node).rpartition(":")[2])
        if at is not None:
            yield node, Span(at, at)
