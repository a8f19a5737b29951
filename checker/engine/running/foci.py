"""The table ``focus``: which nodes each set of focus nodes holds, and how often it comes to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.errors import InputError

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables


def write_targets(tables: Tables) -> None:
    """The sets that targets make. Raises InputError where a target's query cannot be run."""
    rows: dict[str, list[tuple[int, int]]] = {"node": [], "class": [], "subjectsOf": [], "objectsOf": []}
    for number, of in enumerate(tables.program.foci):
        for target in of if isinstance(of, frozenset) else ():
            if not target.query:
                rows[target.kind].append((number, tables.number(target.term)))
                continue
            try:
                found = tables.store.query(target.query)
                nodes = [s["this"] for s in found] if isinstance(found, ox.QuerySolutions) else []
            except (SyntaxError, ValueError, KeyError) as error:
                raise InputError(f"the query of a target cannot be run: {error}", remedy="mend it") from error
            rows["node"] += [
                (number, tables.number(n)) for n in nodes if n is not None and not isinstance(n, ox.Triple)
            ]
    parts = []
    for kind, query in (
        ("node", "SELECT g.focus, coalesce(c.copy, g.term) AS node FROM {} g LEFT JOIN copies c ON c.node = g.term"),
        ("class", "SELECT g.focus, i.node FROM {} g JOIN instances i ON i.class = g.term"),
        ("subjectsOf", "SELECT g.focus, t.s FROM {} g JOIN triples t ON t.p = g.term"),
        ("objectsOf", "SELECT g.focus, t.o FROM {} g JOIN triples t ON t.p = g.term"),
    ):
        if rows[kind]:
            tables.run(f"CREATE TEMP TABLE target_{kind} (focus INTEGER, term INTEGER)")
            tables.insert(f"target_{kind}", rows[kind])
            parts.append(query.format(f"target_{kind}"))
    if parts:
        tables.run(f"INSERT INTO focus SELECT DISTINCT *, 1 FROM ({' UNION ALL '.join(parts)})")


def write_reached_foci(tables: Tables) -> None:
    """The sets that paths make from other sets: a node counts as often as it is reached."""
    levels: dict[int, int] = {}
    by_level: dict[int, list[tuple[int, int, int]]] = {}
    for number, of in enumerate(tables.program.foci):
        levels[number] = 0 if isinstance(of, frozenset) else levels[of[0]] + 1
        if not isinstance(of, frozenset):
            by_level.setdefault(levels[number], []).append((number, *of))
    for level in sorted(by_level):
        tables.run("CREATE OR REPLACE TEMP TABLE onward (focus INTEGER, parent INTEGER, path INTEGER)")
        tables.insert("onward", by_level[level])
        tables.run(
            "INSERT INTO focus SELECT w.focus, r.o, sum(f.times) FROM onward w JOIN focus f ON f.focus = w.parent"
            " JOIN reached r ON r.path = w.path AND r.s = f.node GROUP BY w.focus, r.o"
        )
