"""RDF syntaxes by file ending, and what is refused before a parser sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, cast
from xml.parsers import expat

import pyoxigraph as ox

from checker.descriptions.fed import Lines
from checker.descriptions.ill_formed import ill_formed
from checker.errors import InputError

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
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_TRIPLE_MARKS = re.compile(rb"<<|>>")
_DEEPEST_JSON, _DEEPEST = 200, 1000
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
        _refuse_entities(data, path)
        _refuse_deep_xml(data, path)
    else:
        refuse_deep_triples((data,), path)
    if syntax == ox.RdfFormat.JSON_LD:
        _refuse_remote_contexts(data, path)
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
            _refuse_entities(data, path)
            _refuse_deep_xml(data, path)
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
        raise _unreadable(error, path) from error


def _unreadable(error: OSError, path: Path) -> InputError:
    why = error.strerror or str(error)
    return InputError(f"cannot be read ({why})", where=path.name, text="error-unreadable", why=why)


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
        raise _unreadable(error, path) from error


def _refuse_entities(data: bytes, path: Path) -> None:
    text = data.replace(b"\0", b"")  # UTF-16 hides markup from a search in bytes
    if found := _DOCTYPE.search(text):
        line = text.count(b"\n", 0, found.start()) + 1
        raise InputError(
            "has a document type or entities, which are never expanded",
            where=f"{path.name}:{line}",
            remedy="write the IRIs out and remove the declaration",
            text="error-entities",
        )


def _refuse_deep_xml(data: bytes, path: Path) -> None:
    """The parser needs a time that grows with the square of the depth. What is not well-formed is told by it."""
    depth, parser = 0, expat.ParserCreate()

    def start(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _too_deep(path)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError, LookupError):
        parser.Parse(data, True)


def refuse_deep_triples(pieces: Iterable[bytes], path: Path) -> None:
    """Triples within triples, for each of which the parser calls itself until the process falls. Raises InputError."""
    depth = 0
    for piece in pieces:
        for mark in _TRIPLE_MARKS.finditer(piece) if b"<<" in piece else ():
            depth += 1 if mark[0] == b"<<" else -1
            if depth > _DEEPEST:
                raise _too_deep(path)


def _refuse_remote_contexts(data: bytes, path: Path) -> None:
    try:
        document = json.loads(data)
    except RecursionError as error:
        raise _too_deep(path) from error
    except ValueError as error:
        said = f"column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(
            f"not valid JSON: {said}",
            where=f"{path.name}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else path.name,
            remedy="mend that line",
            text="error-syntax",
            format="JSON",
            why=said,
        ) from error
    for context in _contexts(document, 0, path):
        if isinstance(context, str):
            raise InputError(
                f"asks for the context {context[:80]}, and nothing is fetched",
                where=path.name,
                remedy="put the context into the file",
                text="error-remote-context",
                context=context[:80],
            )


def _too_deep(path: Path) -> InputError:
    return InputError("is nested too deeply", where=path.name, remedy="flatten it", text="error-too-deep")


def _contexts(node: object, depth: int, path: Path) -> Iterator[object]:
    if depth > _DEEPEST_JSON:
        raise _too_deep(path)
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "@context":
                yield from value if isinstance(value, list) else (value,)
            if name == "@import":
                yield value
            yield from _contexts(value, depth + 1, path)
    elif isinstance(node, list):
        for value in node:
            yield from _contexts(value, depth + 1, path)
