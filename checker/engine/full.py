"""Results with all that SHACL says of them, from the tables of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.engine.names import Term
from checker.engine.results import Result, plain
from checker.engine.running.tables import Tables
from checker.engine.shacl.ast import Path


@dataclass(frozen=True, slots=True)
class FullResult:
    """One sh:ValidationResult."""

    focus: Term
    shape: Term
    component: str
    severity: str
    value: Term | None
    path: Path | None
    source: Term | None
    """The SPARQL constraint, where there is one."""
    messages: tuple[Term, ...]

    @property
    def short(self) -> Result:
        """What every engine says alike."""
        value = "" if self.value is None else plain(str(self.value))
        return Result(plain(str(self.focus)), plain(str(self.shape)), self.component, self.severity, value)


def full_results(tables: Tables) -> Iterator[FullResult]:
    """Every result, in the order of the shapes graph and then of the data."""
    query = "SELECT reported, focus, value, path, messages, times FROM results ORDER BY ALL"
    for reported, focus, value, path, messages, times in tables.rows(query):
        said = tables.program.reported[reported]
        result = FullResult(
            tables.term(focus),
            said.shape,
            said.component,
            said.severity,
            None if value is None else tables.term(value),
            said.path if path is None else ("predicate", tables.term(path).value),
            said.source,
            said.messages if messages is None else tuple(tables.term(int(n)) for n in messages.split()),
        )
        for _ in range(times):
            yield result
