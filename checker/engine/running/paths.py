"""The table ``reached``: for each path, what it leads to from the nodes that someone asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.running.automaton import Automaton
from checker.engine.running.demand import Demand

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables


def write_reached(tables: Tables, demand: Demand) -> None:
    simple, complex_ = [], {}
    for path, number in tables.program.paths.items():
        if number not in demand.paths:
            continue
        inner = path[1]
        if path[0] == "predicate":
            simple.append((number, tables.number(ox.NamedNode(str(path[1]))), False))
        elif path[0] == "inverse" and isinstance(inner, tuple) and inner[0] == "predicate":
            simple.append((number, tables.number(ox.NamedNode(str(inner[1]))), True))
        else:
            complex_[number] = path
    _write_simple(tables, simple)
    if complex_:
        _walk(tables, Automaton(complex_), demand)


def _write_simple(tables: Tables, simple: list[tuple[int, int, bool]]) -> None:
    tables.run("CREATE TEMP TABLE simple (path INTEGER, p INTEGER, backwards BOOLEAN)")
    tables.insert("simple", simple)
    tables.run(
        "INSERT INTO reached SELECT x.path, CASE WHEN x.backwards THEN t.o ELSE t.s END,"
        " CASE WHEN x.backwards THEN t.s ELSE t.o END FROM triples t JOIN simple x ON x.p = t.p"
    )


def _walk(tables: Tables, automaton: Automaton, demand: Demand) -> None:
    """Rounds: who asks is found anew as long as what was reached brings new nodes to ask about."""
    tables.run("CREATE TEMP TABLE steps (state INTEGER, p INTEGER, backwards BOOLEAN, next INTEGER)")
    tables.insert("steps", [(s, tables.number(ox.NamedNode(p)), b, n) for s, p, b, n in automaton.steps])
    tables.run("CREATE TEMP TABLE accepting (state INTEGER, path INTEGER)")
    tables.insert("accepting", automaton.accepting)
    tables.run(
        "CREATE TEMP TABLE edges AS SELECT p, FALSE AS backwards, s AS a, o AS b FROM triples"
        " WHERE p IN (SELECT p FROM steps WHERE NOT backwards) UNION ALL SELECT p, TRUE, o, s FROM triples"
        " WHERE p IN (SELECT p FROM steps WHERE backwards)"
    )
    tables.run("CREATE TEMP TABLE wanted (state INTEGER, node INTEGER)")
    tables.run("CREATE TEMP TABLE sources (state INTEGER, focus INTEGER, image INTEGER)")
    asked = {(-automaton.groups[path], *by) for path, *by in demand.sources if path in automaton.groups}
    tables.insert("sources", sorted(asked, key=str))
    while True:
        tables.run(
            "CREATE OR REPLACE TEMP TABLE starting AS SELECT DISTINCT state, node FROM ("
            "SELECT s.state, f.node FROM sources s JOIN focus f ON f.focus = s.focus"
            " UNION ALL SELECT s.state, r.o FROM sources s JOIN reached r ON r.path = s.image)"
            " ANTI JOIN wanted USING (state, node)"
        )
        if not tables.rows("SELECT 1 FROM starting LIMIT 1"):
            return
        tables.run("INSERT INTO wanted SELECT * FROM starting")
        _walk_from(tables)


def _walk_from(tables: Tables) -> None:
    """Walks until no step leads to a state and node that was not there before."""
    tables.run("CREATE OR REPLACE TEMP TABLE walked AS SELECT state, node AS origin, node FROM starting")
    tables.run("CREATE OR REPLACE TEMP TABLE frontier AS SELECT * FROM walked")
    while True:
        tables.run(
            "CREATE OR REPLACE TEMP TABLE ahead AS SELECT DISTINCT x.next AS state, f.origin, e.b AS node"
            " FROM frontier f JOIN steps x ON x.state = f.state"
            " JOIN edges e ON e.p = x.p AND e.backwards = x.backwards AND e.a = f.node"
        )
        tables.run(
            "CREATE OR REPLACE TEMP TABLE frontier AS SELECT * FROM ahead ANTI JOIN walked USING (state, origin, node)"
        )
        if not tables.rows("SELECT 1 FROM frontier LIMIT 1"):
            break
        tables.run("INSERT INTO walked SELECT * FROM frontier")
    tables.run(
        "INSERT INTO reached SELECT DISTINCT a.path, w.origin, w.node FROM walked w"
        " JOIN accepting a ON a.state = w.state"
    )
