"""RDF that somebody sent, parsed in a process of its own, for callers that must not fall: the screens, a service."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from checker.descriptions.positions import positions_of
from checker.descriptions.syntaxes import SYNTAXES, parse
from checker.errors import InputError
from checker.readers.forked import apart

SECONDS = 60.0
MEMORY = 2 * 2**30
"""Bytes of address space: a file as large as may be, and its quads."""


def parse_forked(path: Path) -> tuple[bytes, tuple[ox.Quad, ...]]:
    """The same in a fork of this process, for callers without threads."""
    quads = apart(path.name, lambda: ox.serialize(parse(path)[1], format=ox.RdfFormat.N_QUADS) or b"")
    return path.read_bytes(), tuple(ox.parse(quads, format=ox.RdfFormat.N_QUADS))


def survived(path: Path) -> None:
    """Goes through a file in a fork, and raises InputError where that ends the fork or does not end. Other errors are
    told by whoever reads it then."""

    def gone_through() -> bytes:
        with suppress(InputError):
            parse(path)
            positions_of(path.read_bytes(), SYNTAXES[path.suffix.lower()])
        return b""

    apart(path.name, gone_through)


def parse_apart(path: Path, *, seconds: float = SECONDS, memory: int = MEMORY) -> tuple[bytes, tuple[ox.Quad, ...]]:
    """As ``syntaxes.parse``, and raises InputError where the parser runs out of time or memory, or falls."""
    from checker.readers.bounded import confined, stopped

    answer, code = confined("checker.descriptions.apart_child", path, seconds=seconds, memory=memory)
    head, _, quads = answer.partition(b"\n")
    try:
        said = json.loads(head)
        if said is None:
            return path.read_bytes(), tuple(ox.parse(quads, format=ox.RdfFormat.N_QUADS))
    except (ValueError, SyntaxError):
        raise stopped(path, code) from None
    raise InputError(
        said["what"], where=said["where"], remedy=said["remedy"], text=said["text"], **said["fields"]
    )  # fmt: skip
