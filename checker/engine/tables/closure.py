"""Membership of classes, through all that the data puts below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.names import SUBCLASS, TYPE

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables


def write_instances(tables: Tables, classes: set[int]) -> None:
    """Fills ``instances`` for the classes that some shape names."""
    kind, below = tables.number(ox.NamedNode(TYPE)), tables.number(ox.NamedNode(SUBCLASS))
    tables.run("CREATE TEMP TABLE named (class INTEGER)")
    tables.insert("named", [(cls,) for cls in sorted(classes)])
    tables.run(
        "CREATE TEMP TABLE tops AS SELECT class, class AS sub FROM named"
        " UNION ALL SELECT n.class, c.copy FROM named n JOIN copies c ON c.node = n.class"
    )
    tables.run(
        "INSERT INTO instances WITH RECURSIVE under(class, sub) AS (SELECT class, sub FROM tops"
        f" UNION SELECT u.class, t.s FROM under u JOIN triples t ON t.p = {below} AND t.o = u.sub)"
        f" SELECT DISTINCT u.class, t.s FROM under u JOIN triples t ON t.p = {kind} AND t.o = u.sub"
    )
