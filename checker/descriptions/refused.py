"""What is refused in RDF before a parser sees it: entities, contexts from elsewhere, what is nested too deeply.

Each raises InputError.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from xml.parsers import expat

from checker.errors import InputError

_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_QUOTED = "|".join(rf"{q * 3}(?:{q}{{0,2}}(?:[^{q}\\]|\\.))*{q * 3}|{q}(?:[^{q}\\\r\n]|\\.)*{q}" for q in ('"', "'"))
_TRIPLE_MARKS = re.compile(rf"<<|>>|<[^<>\s]*>|#[^\r\n]*|\\.|{_QUOTED}".encode(), re.DOTALL)
"""Where a triple within another begins and ends, and what may hold such signs that mean nothing."""
_DEEPEST_JSON, _DEEPEST = 200, 1000


def refuse_entities(data: bytes, path: Path) -> None:
    text = data.replace(b"\0", b"")  # UTF-16 hides markup from a search in bytes
    if found := _DOCTYPE.search(text):
        line = text.count(b"\n", 0, found.start()) + 1
        raise InputError(
            "has a document type or entities, which are never expanded",
            where=f"{path.name}:{line}",
            remedy="write the IRIs out and remove the declaration",
            text="error-entities",
        )


def refuse_deep_xml(data: bytes, path: Path) -> None:
    """The parser needs a time that grows with the square of the depth. What is not well-formed is told by it."""
    depth, parser = 0, expat.ParserCreate("utf-8")

    def start(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _too_deep(path)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    with suppress(expat.ExpatError):
        parser.Parse(data, True)


def refuse_deep_triples(pieces: Iterable[bytes], path: Path) -> None:
    """Triples within triples, for each of which the parser calls itself until the process falls."""
    depth = 0
    for piece in pieces:
        for mark in _TRIPLE_MARKS.finditer(piece) if b"<<" in piece else ():
            depth += (mark[0] == b"<<") - (mark[0] == b">>")
            if depth > _DEEPEST:
                raise _too_deep(path)


def refuse_remote_contexts(data: bytes, path: Path) -> None:
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
