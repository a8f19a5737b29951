"""One description of a portfolio, before it is checked."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import compress, decompress

import msgspec
import pyoxigraph as ox

from checker.activities import Reason
from checker.descriptions.iati.stream import Piece

_NT = ox.RdfFormat.N_TRIPLES


class Cut(msgspec.Struct, frozen=True):
    """An activity of IATI as it was cut out of its file, for its narratives to be read."""

    piece: Piece
    reason: Reason
    again: int


class Drafted(msgspec.Struct, frozen=True):
    """A draft with all that belongs to it: the unit in which work is split.

    ``stated`` is N-Triples without blank nodes; ``lines`` says where the draft and drafts in it begin, by IRI.
    """

    draft: str
    source: str
    sha256: str
    stated: bytes
    lines: dict[str, int]
    taken: str = ""
    """Of an activity, why it was taken: a Reason in JSON."""
    cut: Cut | None = None

    def triples(self) -> tuple[ox.Triple, ...]:
        return tuple(quad.triple for quad in ox.parse(self.stated, format=_NT))


def as_bytes(drafted: Iterable[Drafted]) -> bytes:
    return compress(msgspec.msgpack.encode(list(drafted)), 1)


def from_bytes(data: bytes) -> list[Drafted]:
    return msgspec.msgpack.decode(decompress(data), type=list[Drafted])


def in_ntriples(triples: Iterable[ox.Triple]) -> bytes:
    return ox.serialize(triples, format=_NT) or b""
