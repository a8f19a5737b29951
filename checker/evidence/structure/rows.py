"""Rows of tables to things: a row of a logframe is an indicator with its source, baseline and target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from checker.evidence.structure.cells import CellReader, Filling
from checker.evidence.structure.grids import Cell, Grid, turned
from checker.evidence.structure.headers import Fit, HeaderReader
from checker.evidence.structure.model import Fact, Gap, Place, Structure, Thing, Value
from checker.knowledge.model import Lexicon
from checker.knowledge.names import GC, TYPE
from checker.knowledge.structures import Choice, Column, Link, Structures

_ACTOR = GC + "Actor"
_HAS_TYPE = Link(GC + "hasObjectiveType", False)
_MOST_HEADER = 90
"""Characters of a header; longer cells are what a table says."""


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the tables of one document."""

    cells: CellReader
    headers: HeaderReader
    lexicon: Lexicon

    def read(self, grids: Iterable[Grid]) -> Iterator[Structure]:
        """What each table says: the reading that fits best, and beside it those that read other columns."""
        for grid in grids:
            for fit, shown in self._fitting(grid):
                yield _Table(self, fit, shown, sideways=shown is not grid).read()

    def _fitting(self, grid: Grid) -> Iterator[tuple[Fit, Grid]]:
        shown, fits = grid, self.headers.fits(grid.headers)
        sideways = turned(grid)
        if not fits and sideways is not None:
            shown, fits = sideways, self.headers.fits(sideways.headers)
        taken: set[int] = set()
        for fit in fits:
            if fit.key not in taken and not (taken and fit.reading.of_body):
                taken.add(fit.key)
                yield fit, shown


@dataclass(frozen=True, slots=True)
class _Table:
    reader: TableReader
    fit: Fit
    grid: Grid
    sideways: bool

    def read(self) -> Structure:
        things: list[Thing] = []
        gaps: list[Gap] = []
        rows: dict[str, bool] = defaultdict(bool)
        level: Choice | None = None
        for number in range(len(self.grid.rows)):
            row = self.grid.rows[number]
            level = self._level(row) or level
            thing = self._thing(row, level)
            if thing is not None:
                things.append(thing)
                gaps.extend(self._gaps(row, thing, rows))
            elif things and self._goes_on(row):
                things[-1] = replace(things[-1], facts=(*things[-1].facts, *self._facts(row, only_more=True)))
        broken = {c for gap in gaps for c in gap.claims}
        return Structure(tuple(things), tuple(gaps), tuple(sorted(c for c in rows if c not in broken)))

    def _thing(self, row: Sequence[Cell], level: Choice | None) -> Thing | None:
        cell = self._key_cell(row)
        if cell is None or cell.place is None:
            return None
        reading = self.fit.reading
        if reading.levels and level is None:
            return None
        cls = level.cls if level is not None else reading.cls
        place = cell.place
        facts = tuple(self._facts(row))
        if level is not None and level.value:
            facts = (Fact(_HAS_TYPE, Value("", iri=level.value), place), *facts)
        worded = place.quote if cls in self.reader.lexicon.per_passage else ""
        key = f"{place.passage.block}:{place.start}" if self.sideways else f"{place.passage.block}"
        holder = (reading.holder_class, self._table_key(), reading.held_by) if reading.held_by else None
        classes = (self.reader.cells.texts.actor_classes(place) or ()) if cls == _ACTOR else (cls,)
        return Thing(cls, key, classes, place.quote, place, facts, worded, holder)

    def _table_key(self) -> str:
        first = next((c.place for row in self.grid.rows for c in row if c.place), None)
        return f"table:{first.passage.block}" if first else "table"

    def _key_cell(self, row: Sequence[Cell]) -> Cell | None:
        """The cell that names the row; none where the row is merged otherwise than its header, empty or a sum."""
        if len(row) != len(self.grid.headers):
            return self._band(row)
        cell = row[self.fit.key]
        if self.reader.cells.filling(cell) is not Filling.FULL or any(map(self.reader.cells.is_total, row[:2])):
            return None
        return cell

    def _band(self, row: Sequence[Cell]) -> Cell | None:
        """A cell over the whole table, where levels stand so: "Outcome 1: returnees earn a living"."""
        levels = self.fit.reading.levels
        if not levels or len(row) != 1 or row[0].place is None:
            return None
        return row[0] if self.reader.cells.level(levels, row[0].place, opening=True) else None

    def _level(self, row: Sequence[Cell]) -> Choice | None:
        levels = self.fit.reading.levels
        if not levels:
            return None
        if len(row) != len(self.grid.headers):
            return self.reader.cells.level(levels, row[0].place, opening=True) if len(row) == 1 and row[0].place else None
        columns = sorted(self.fit.columns.items(), key=lambda item: item[1].is_key)
        for i, column in columns:
            place = row[i].place
            if column.gives_level and place is not None:
                found = self.reader.cells.level(levels, place, opening=column.is_key)
                if found is not None:
                    return found
        return None

    def _facts(self, row: Sequence[Cell], *, only_more: bool = False) -> Iterator[Fact]:
        if len(row) != len(self.grid.headers):
            return
        turn = count()
        for i, column in sorted(self.fit.columns.items()):
            if column.link is None or (only_more and column.is_key) or self.reader.cells.filling(row[i]) is not Filling.FULL:
                continue
            for value, place in self.reader.cells.values(column, row[i], self.grid.headers[i]):
                yield Fact(column.link, value, place, f"{column.iri}:{i}:{next(turn)}")

    def _goes_on(self, row: Sequence[Cell]) -> bool:
        """Whether a row is the rest of the one above: its key is empty, other cells are not."""
        return len(row) == len(self.grid.headers) and not row[self.fit.key].text and not any(
            map(self.reader.cells.is_total, row[:2])
        )

    def _gaps(self, row: Sequence[Cell], thing: Thing, rows: dict[str, bool]) -> Iterator[Gap]:
        if len(row) != len(self.grid.headers):
            return
        for i, column in self.fit.columns.items():
            for claim in column.breaks:
                rows[claim] = True
            if column.breaks and self.reader.cells.filling(row[i]) is Filling.OPEN:
                yield Gap(column.breaks, thing.name, row[i].place or thing.place)
