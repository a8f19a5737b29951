"""Results of many descriptions, kept as a table: counted, read one by one, or written as Parquet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from checker.engine.full import FullResult, full_results
from checker.engine.names import Term
from checker.engine.running.tables import Tables
from checker.errors import writing

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.int32]]

_NODE = "CASE t{0}.kind WHEN 1 THEN '_:b' || t{0}.id ELSE t{0}.value END"


class TableOfResults:
    """Results in the order of shapes and data. Nothing is decoded before it is asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def __len__(self) -> int:
        ((count,),) = self._tables.rows("SELECT coalesce(sum(times), 0) FROM results")
        return int(count)

    def __iter__(self) -> Iterator[FullResult]:
        yield from full_results(self._tables)

    def counts(self) -> dict[tuple[Term, str], int]:
        """How many results each shape and component has."""
        found: dict[tuple[Term, str], int] = {}
        for number, count in self._tables.rows("SELECT reported, sum(times) FROM results GROUP BY reported ORDER BY 1"):
            said = self._tables.program.reported[number]
            found[said.shape, said.component] = found.get((said.shape, said.component), 0) + int(count)
        return found

    def failing(self, nodes: Sequence[tuple[int, Term]]) -> tuple[tuple[str, ...], Numbers, Numbers]:
        """Which shapes some nodes fail, each with the number of its file, counted from 1.

        Gives the IRIs of shapes, and two columns: places among ``nodes``, and places among those IRIs.
        """
        tables = self._tables
        tables.run("CREATE OR REPLACE TEMP TABLE about (place INTEGER, file INTEGER, node INTEGER)")
        tables.insert("about", [(place, file, tables.number(node)) for place, (file, node) in enumerate(nodes)])
        names = [_named(said.shape) for said in tables.program.reported]
        shapes = {name: place for place, name in enumerate(dict.fromkeys(names))}
        tables.run("CREATE OR REPLACE TEMP TABLE shape_of (reported INTEGER, shape INTEGER)")
        tables.insert("shape_of", [(number, shapes[name]) for number, name in enumerate(names)])
        found = tables.columns(
            "SELECT DISTINCT a.place, s.shape FROM about a LEFT JOIN copies c USING (file, node)"
            " JOIN results r ON r.focus = coalesce(c.copy, a.node) JOIN shape_of s USING (reported)"
        )
        return tuple(shapes), found["place"], found["shape"]

    def write_parquet(self, path: Path) -> None:
        """One row for each result: the number of its file, focus, shape, component, severity and value, as text;
        blank nodes as _:b and a number. Raises CallError where the file cannot be written."""
        tables = self._tables
        tables.write_terms()
        tables.run("CREATE OR REPLACE TEMP TABLE said (id INTEGER, shape VARCHAR, component VARCHAR, severity VARCHAR)")
        tables.insert(
            "said",
            [(i, _named(r.shape), r.component, r.severity) for i, r in enumerate(tables.program.reported)],
        )
        quoted = str(path).replace("'", "''")
        with writing("the table of results", path):
            tables.run(
                f"COPY (SELECT h.file, {_NODE.format('f')} AS focus, s.shape, s.component, s.severity,"  # noqa: S608
                f" {_NODE.format('v')} AS value FROM results r JOIN said s ON s.id = r.reported"
                " LEFT JOIN homes h ON h.node = r.focus JOIN terms tf ON tf.id = r.focus"
                " LEFT JOIN terms tv ON tv.id = r.value, range(r.times)"
                f" ORDER BY r.reported, r.focus, r.value) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)"
            )


def _named(shape: Term) -> str:
    return shape.value if isinstance(shape, ox.NamedNode) else "_:"
