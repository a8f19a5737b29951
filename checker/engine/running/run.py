"""The steps of one run, in their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb

from checker.engine.program.model import Program
from checker.engine.running.combined import combine
from checker.engine.running.demand import demand
from checker.engine.running.foci import write_reached_foci, write_targets
from checker.engine.running.marks import Marks
from checker.engine.running.members import read_members, write_members
from checker.engine.running.outcome import write_results
from checker.engine.running.paths import write_reached
from checker.engine.running.reach import read_reach
from checker.engine.running.tables import Tables
from checker.engine.tables.apart import write_triples
from checker.engine.tables.closure import write_instances
from checker.engine.tables.plain import Encoded
from checker.errors import ToolError


def run(
    program: Program, files: Iterable[Iterable[Any] | Encoded], beside: Iterable[Any] = (), memory: str | None = None
) -> Tables:
    """Validates files of triples or quads, each with what is ``beside``; ``results`` holds what failed.

    Raises ToolError where the tables cannot be worked on.
    """
    try:
        tables = Tables(program, memory)
        tables.load([beside], 0)
        tables.load(files, 1)
        _validate(tables, program)
    except duckdb.Error as error:
        raise ToolError(f"the engine 'sets' failed: {error}", remedy="give it more memory or fewer files") from error
    return tables


def _validate(tables: Tables, program: Program) -> None:
    write_triples(tables)
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
    lists, reach, marks = read_members(tables), read_reach(tables), Marks(len(tables.dictionary.numbers))
    built = (n for n in wanted.questions if program.questions[n - 1].level)
    combine(program, sorted(built, key=lambda n: program.questions[n - 1].level), lists, reach, marks)
    write_results(tables, lists, reach, marks)
