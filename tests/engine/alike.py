"""Whether a file that is read word by word comes to the tables that pyoxigraph gives."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from checker.engine.tables.dictionary import Dictionary
from checker.engine.tables.plain import Encoded, read_plainly


def parsed(file: Path) -> list[ox.Quad] | None:
    """None where the file is no RDF."""
    syntax = ox.RdfFormat.from_extension(file.suffix[1:])
    assert syntax is not None
    try:
        return list(ox.parse(path=str(file), format=syntax, rename_blank_nodes=True))
    except SyntaxError:
        return None


def rows(triples: Iterable[ox.Quad] | Encoded) -> tuple[list[Any], list[tuple[int, ...]]]:
    """The dictionary and the tables, with blank nodes called by the order in which they come."""
    dictionary = Dictionary([ox.NamedNode("s:")])
    columns = dictionary.encode(triples)
    blank: dict[ox.BlankNode, str] = {}
    terms = [
        blank.setdefault(t, f"blank {len(blank)}") if isinstance(t, ox.BlankNode) else t for t in dictionary.numbers
    ]
    return terms, list(zip(*(column.tolist() for column in columns), strict=True))


def assert_same(file: Path) -> bool:
    """Whether the file is plain; one that is gives the same tables in both ways."""
    found, quads = read_plainly(file), parsed(file)
    if found is not None:
        assert quads is not None
        assert rows(found) == rows(quads)
    return found is not None
