"""Places of literals among those that they compare with: exact values, as integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.tables.lexical import comparable

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables


def rank(tables: Tables, nodes: str) -> None:
    """Makes the table ``ranks`` (node, space, rank) of what a query finds; what has no order has no row."""
    spaces: dict[str, list[tuple[object, int]]] = {}
    for (node,) in tables.rows(nodes):
        term = tables.term(node)
        if isinstance(term, ox.Literal) and term.language is None:
            key = comparable(term.datatype.value, term.value)
            if key is not None:
                spaces.setdefault(key[0], []).append((key[1], node))
    rows = []
    for space, (_, members) in enumerate(sorted(spaces.items())):
        places = {value: place for place, value in enumerate(sorted({value for value, _ in members}))}  # type: ignore[type-var]
        rows += [(node, space, places[value]) for value, node in members]
    tables.run("CREATE OR REPLACE TEMP TABLE ranks (node INTEGER, space INTEGER, rank INTEGER)")
    tables.insert("ranks", rows)
