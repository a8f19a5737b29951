"""The table ``results``: what failed, at which focus node, with which value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.engine.program.model import ALWAYS, IDENTITY, Occurrence
from checker.engine.running.combined import Lists
from checker.engine.running.marks import NONE, Marks, Nodes, stretches
from checker.engine.running.reach import NOWHERE, Reach

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

_SCHEMA = "reported INTEGER, focus INTEGER, value INTEGER, path INTEGER, messages VARCHAR, times BIGINT"
_AT_ONCE = 1_000_000
"""Rows that are held before they go to the table."""
Times = np.ndarray[Any, np.dtype[np.int64]]
Rows = tuple[Nodes, Nodes, Times]
"""Focus nodes, the values at them, and how often each result counts."""


def write_results(tables: Tables, lists: Lists, reach: Mapping[int, Reach], marks: Marks) -> None:
    """Each check at its set of focus nodes; what a family ``found`` by itself comes last."""
    tables.run(f"CREATE TABLE results ({_SCHEMA})")
    at_foci, at_values = _Out(tables, False), _Out(tables, True)
    foci = _Foci(tables, reach, marks)
    found = []
    for o in tables.program.occurrences:
        if o.literal == ALWAYS:
            continue
        if o.about == "found":
            found.append((o.reported, o.focus, abs(o.literal)))
            continue
        nodes, values, times = foci.values(o)
        failing = marks.within(values, lists.get(abs(o.literal), NONE), not tables.program.lists_truth(o.literal))
        (at_values if o.about == "value" else at_foci).add(o.reported, nodes[failing], values[failing], times[failing])
    at_foci.write()
    at_values.write()
    if found:
        _write_found(tables, found)


class _Foci:
    """The sets of focus nodes, and the values at them by a path."""

    def __init__(self, tables: Tables, reach: Mapping[int, Reach], marks: Marks) -> None:
        rows = tables.columns("SELECT focus, node, times FROM focus ORDER BY ALL")
        self._sets: dict[int, Rows] = {
            focus: (rows["node"][at], rows["node"][at], rows["times"][at])
            for focus, at in stretches(rows["focus"]).items()
        }
        self._reach = reach
        self._marks = marks
        self._values: dict[tuple[int, int], Rows] = {}

    def values(self, o: Occurrence) -> Rows:
        """What a check looks at; a check about the focus node looks at the node itself."""
        here = self._sets.get(o.focus, (NONE, NONE, np.empty(0, dtype=np.int64)))
        if o.about != "value" or o.path == IDENTITY:
            return here
        key = o.focus, o.path
        if key not in self._values:
            nodes, _, times = here
            reach = self._reach.get(o.path, NOWHERE)
            there = self._marks.within(reach.nodes, nodes)
            starts = reach.nodes[there]
            self._values[key] = starts, reach.values[there], times[np.searchsorted(nodes, starts)]
        return self._values[key]


class _Out:
    """Rows on their way to the table."""

    def __init__(self, tables: Tables, with_values: bool) -> None:
        self._tables = tables
        self._names = ("reported", "focus", "value", "times") if with_values else ("reported", "focus", "times")
        self._held: list[tuple[np.ndarray[Any, Any], ...]] = []
        self._count = 0

    def add(self, reported: int, nodes: Nodes, values: Nodes, times: Times) -> None:
        if not len(nodes):
            return
        number = np.full(len(nodes), reported, dtype=np.int32)
        self._held.append((number, nodes, values, times) if "value" in self._names else (number, nodes, times))
        self._count += len(nodes)
        if self._count >= _AT_ONCE:
            self.write()

    def write(self) -> None:
        if self._held:
            columns = zip(self._names, map(np.concatenate, zip(*self._held, strict=True)), strict=True)
            self._tables.append("results", self._names, dict(columns))
        self._held, self._count = [], 0


def _write_found(tables: Tables, checks: list[tuple[int, int, int]]) -> None:
    tables.run("CREATE TEMP TABLE checks (reported INTEGER, focus INTEGER, question INTEGER)")
    tables.insert("checks", checks)
    tables.run(
        "INSERT INTO results SELECT c.reported, f.node, x.value, x.path, x.messages, f.times FROM checks c"
        " JOIN found x ON x.question = c.question JOIN focus f ON f.focus = c.focus AND f.node = x.node"
    )
