"""The steps of one run, in their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.engine.program.model import Program
from checker.engine.running.demand import demand
from checker.engine.running.foci import write_reached_foci, write_targets
from checker.engine.running.members import write_members
from checker.engine.running.outcome import write_results
from checker.engine.running.paths import write_reached
from checker.engine.running.tables import Tables
from checker.engine.tables.closure import write_instances


def run(program: Program, data: Iterable[Iterable[Any]], memory: str | None = None) -> Tables:
    """Validates batches of triples or quads; the table ``results`` of what comes back holds what failed."""
    tables = Tables(program, memory)
    for batch in data:
        tables.load(batch)
    tables.run("CREATE TABLE triples AS SELECT DISTINCT * FROM stated")
    tables.run("DROP TABLE stated")
    wanted = demand(program)
    classes = {t for q in program.questions if q.kind == "class" for t in q.terms}
    classes |= {
        program.terms[t.term] for of in program.foci if isinstance(of, frozenset) for t in of if t.kind == "class"
    }
    write_instances(tables, classes)
    write_targets(tables)
    tables.write_terms()
    write_reached(tables, wanted)
    write_reached_foci(tables)
    write_members(tables, wanted)
    write_results(tables)
    return tables
