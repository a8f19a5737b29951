"""Keeps files apart that are validated together: what one says of a shared name is not said in the others.

A name that is a subject in several files, or that paths walk back from in several, becomes a node of its own in each;
all other names can be shared, since no path leads from them into another file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from checker.engine.shacl.ast import Path

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables


def write_triples(tables: Tables) -> None:
    """Makes ``triples`` of what the files state, ``copies`` (file, node, copy) and ``homes`` (node, file)."""
    tables.run("CREATE TABLE copies (file INTEGER, node INTEGER, copy INTEGER)")
    several = len(tables.rows("SELECT DISTINCT file FROM stated WHERE file > 0 LIMIT 2")) > 1
    if several:
        _write_copies(tables)
    if not tables.rows("SELECT 1 FROM copies LIMIT 1"):
        tables.run("CREATE TABLE triples AS SELECT DISTINCT s, p, o FROM stated")
    else:
        tables.run(
            "CREATE TABLE triples AS SELECT DISTINCT coalesce(cs.copy, t.s) AS s, t.p, coalesce(co.copy, t.o) AS o"
            " FROM stated t LEFT JOIN copies cs ON cs.file = t.file AND cs.node = t.s"
            " LEFT JOIN copies co ON co.file = t.file AND co.node = t.o"
            " UNION SELECT cs.copy, t.p, coalesce(co.copy, t.o) FROM stated t JOIN copies cs ON cs.node = t.s"
            " LEFT JOIN copies co ON co.file = cs.file AND co.node = t.o WHERE t.file = 0"
        )
    tables.run(
        "CREATE TABLE homes AS SELECT s AS node, min(file) AS file FROM stated WHERE file > 0"
        " AND s NOT IN (SELECT node FROM copies) GROUP BY s UNION ALL SELECT copy, file FROM copies"
    )
    tables.run("DROP TABLE stated")


def _write_copies(tables: Tables) -> None:
    tables.run("CREATE TEMP TABLE walked_back (p INTEGER)")
    predicates = sorted({p for path in tables.program.paths for p in _backwards(path, False)})
    tables.insert("walked_back", [(_number(tables, p),) for p in predicates])
    tables.run(
        "CREATE TEMP TABLE contested AS"
        " SELECT s AS node FROM stated WHERE file > 0 GROUP BY s HAVING min(file) < max(file) UNION"
        " SELECT o FROM stated WHERE file > 0 AND p IN (SELECT p FROM walked_back)"
        " GROUP BY o HAVING min(file) < max(file)"
    )
    needed = tables.rows(
        "SELECT DISTINCT file, node FROM ("
        "SELECT file, s AS node FROM stated WHERE file > 0 UNION ALL SELECT file, o FROM stated WHERE file > 0)"
        " SEMI JOIN contested USING (node) ORDER BY file, node"
    )
    tables.insert("copies", [(file, node, tables.dictionary.copy(node, file)) for file, node in needed])


def _backwards(path: Path, inverse: bool) -> set[str]:
    """The properties that a path walks from their values."""
    kind, *parts = path
    if kind == "predicate":
        return {str(parts[0])} if inverse else set()
    turned = inverse != (kind == "inverse")
    return set().union(*(_backwards(cast("Path", part), turned) for part in parts))


def _number(tables: Tables, iri: str) -> int:
    return tables.number(ox.NamedNode(iri))
