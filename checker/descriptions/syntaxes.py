"""RDF syntaxes by file ending, and parsing them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from checker.descriptions.fed import Lines
from checker.descriptions.ill_formed import ill_formed
from checker.descriptions.refused import (
    refuse_deep_triples,
    refuse_deep_xml,
    refuse_entities,
    refuse_remote_contexts,
)
from checker.errors import InputError, unreadable

SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".turtle": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}
Parser = Callable[[Path], tuple[bytes, tuple[ox.Quad, ...]]]
MOST_BYTES = 200 * 1024 * 1024
_PIECE = 1 << 24
BOM = b"\xef\xbb\xbf"
"""The mark that some editors put before UTF-8; it says nothing of the content."""
_BASE = "urn:guidecheck:file:"


def parse(path: Path) -> tuple[bytes, tuple[ox.Quad, ...]]:
    """The bytes of an RDF file and its quads.

    Nothing is fetched: remote JSON-LD contexts and XML entities are refused. Raises InputError.
    """
    syntax = SYNTAXES[path.suffix.lower()]
    data = _bytes(path)
    if syntax == ox.RdfFormat.RDF_XML:
        refuse_entities(data, path)
        refuse_deep_xml(data, path)
    else:
        refuse_deep_triples((data,), path)
    if syntax == ox.RdfFormat.JSON_LD:
        refuse_remote_contexts(data, path)
    try:
        return data, tuple(ox.parse(data.removeprefix(BOM), format=syntax, base_iri=_BASE))
    except (SyntaxError, ValueError) as error:
        raise ill_formed(error, syntax, path, data) from error


def stream(path: Path) -> Iterator[tuple[ox.Quad, int]]:
    """The quads of a file of any size, each with the line that the parser had come to; 0 in JSON-LD, which is read
    whole, as RDF/XML is. Raises InputError as ``parse`` does."""
    syntax = SYNTAXES[path.suffix.lower()]
    if syntax == ox.RdfFormat.JSON_LD:
        yield from ((quad, 0) for quad in parse(path)[1])
        return
    try:
        if syntax == ox.RdfFormat.RDF_XML:
            data = _bytes(path)
            refuse_entities(data, path)
            refuse_deep_xml(data, path)
        with path.open("rb") as file:
            refuse_deep_triples(iter(lambda: file.read(_PIECE), b""), path)
            file.seek(0)
            file.seek(len(BOM) if file.read(len(BOM)) == BOM else 0)
            lines = Lines(file)
            for quad in ox.parse(cast("IO[bytes]", lines), format=syntax, base_iri=_BASE):
                yield quad, lines.line
    except (SyntaxError, ValueError) as error:
        raise ill_formed(error, syntax, path) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            most = MOST_BYTES // 2**20
            raise InputError(
                f"the file is larger than {most} MB",
                where=path.name,
                remedy="split it",
                text="upload-too-large",
                n=most,
            )
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
