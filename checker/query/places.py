"""What a query is asked of, as it goes to the process that runs it."""

from __future__ import annotations

import msgspec


class Sources(msgspec.Struct, frozen=True):
    """``files`` are RDF or JSON reports; ``reviews`` is a folder of reviews; "" where none is asked."""

    knowledge: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    portfolio: str = ""
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    first: int = 0
    """Only so many descriptions of the portfolio; 0 for all."""
    reviews: str = ""


class Asked(msgspec.Struct, frozen=True):
    """A query with its bounds. ``where`` names it in error lines."""

    query: str
    where: str
    sources: Sources
    most: int
    memory: int
    outside: bool = False


class Said(msgspec.Struct, frozen=True):
    """The answer: ``rows`` hold the solutions of SPARQL JSON, ``graph`` N-Triples; the other is empty.

    ``cut`` is true where there was more than asked for.
    """

    rows: bytes = b""
    graph: bytes = b""
    cut: bool = False
    error: tuple[str, str, str] | None = None
    """What, where and remedy, where it could not be answered."""
    failed: bool = False
    """True where the tool, and not the query, is at fault."""
