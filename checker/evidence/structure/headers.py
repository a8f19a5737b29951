"""Which column of a reading each column of a table is, and whether the table is one of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.evidence.structure.lookup import Lookup
from checker.evidence.words import Stemmer
from checker.knowledge.structures import Column, TableReading

_WHOLE = 0.5
"""What a wording adds that is the whole header."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A reading of a table: the columns by their index. ``score`` says how well it fits among others."""

    reading: TableReading
    columns: Mapping[int, Column]
    score: float
    is_sure: bool
    """True where the header of the key column says nothing else."""

    @property
    def key(self) -> int:
        return next(i for i, c in self.columns.items() if c.is_key)


class HeaderReader:
    """Knows the headers of all tables of a document, so that each wording is looked up once."""

    def __init__(self, headers: Iterable[str], readings: Iterable[TableReading], stemmer: Stemmer) -> None:
        self._texts = tuple(dict.fromkeys(h for h in headers if h))
        self._numbers = {text: n for n, text in enumerate(self._texts)}
        lookup = Lookup(self._texts, stemmer)
        self._readings = tuple(readings)
        self._found = {c.iri: lookup.best(c.headers) for r in self._readings for c in r.columns}

    def fits(self, headers: tuple[str, ...], unnamed: frozenset[int]) -> tuple[Fit, ...]:
        """The readings of a table with these headers, best first. ``unnamed`` columns name no rows."""
        found = [fit for r in self._readings if (fit := self._fit(r, headers, unnamed)) is not None]
        return tuple(sorted(found, key=lambda f: (-f.score, f.reading.iri)))

    def _fit(self, reading: TableReading, headers: tuple[str, ...], unnamed: frozenset[int]) -> Fit | None:
        if len(headers) < 2:
            return None
        scores = sorted(
            (
                (-self._score(c, header), not c.is_key, i, c.iri, c)
                for i, header in enumerate(headers)
                for c in reading.columns
                if self._score(c, header) and not (c.is_key and i in unnamed)
            ),
            key=lambda s: s[:4],
        )
        columns: dict[int, Column] = {}
        total = 0.0
        for score, _, i, _, column in scores:
            if i not in columns and (column.repeated or column not in columns.values()):
                columns[i] = column
                total -= score
        taken = {c.iri for c in columns.values()}
        known = any(c.is_key for c in columns.values()) and len(columns) > 1
        if not known or (reading.needs and not taken & reading.needs):
            return None
        sure = any(c.is_key and self._score(c, headers[i]) > 1.0 for i, c in columns.items())
        return Fit(reading, columns, total, sure)

    def _score(self, column: Column, header: str) -> float:
        share = self._found[column.iri].get(self._numbers.get(header, -1), 0.0)
        return share + _WHOLE * (share == 1.0)
