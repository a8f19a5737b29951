"""Rows of tables to things: a row of a logframe is an indicator with its source, baseline and target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from checker.evidence.structure.bodies import NAME, Bodies, Body
from checker.evidence.structure.cells import CellReader, Filling
from checker.evidence.structure.grids import Cell, Grid
from checker.evidence.structure.headers import Fit
from checker.evidence.structure.model import Fact, Gap, Place, Structure, Thing, Value
from checker.knowledge.model import Lexicon
from checker.knowledge.names import GC
from checker.knowledge.structures import Choice, Link

_LABEL = re.compile(r"[^:|]{1,40}:\s+(?=\S)")
_ACTOR = GC + "Actor"
_LEVEL = Link(GC + "hasObjectiveType", False)


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads one table as its fit says. ``sideways`` says that its first column is the header."""

    cells: CellReader
    bodies: Bodies
    lexicon: Lexicon
    fit: Fit
    grid: Grid
    sideways: bool

    def read(self) -> Structure:
        body = self._body() if self.fit.reading.of_body else None
        if self.fit.reading.of_body and body is None:
            return Structure()
        things: list[Thing] = []
        gaps: list[Gap] = []
        level: Choice | None = None
        for row in self.grid.rows:
            level = self._level(row) or level
            thing = self._thing(row, level, body)
            if thing is not None:
                things.append(thing)
                gaps.extend(self._gaps(row, thing))
            elif things and self._goes_on(row):
                things[-1] = replace(things[-1], facts=(*things[-1].facts, *self._facts(row, only_more=True)))
        return Structure(tuple(things), tuple(gaps))

    def _thing(self, row: Sequence[Cell], level: Choice | None, body: Body | None) -> Thing | None:
        place, reading = self._key_place(row), self.fit.reading
        if place is None or (reading.levels and level is None):
            return None
        facts = tuple(self._facts(row))
        links = {f.link for f in facts}
        if any(c.needs_value and c.link not in links for c in self.fit.columns.values()):
            return None
        if body is not None:
            named = (Fact(NAME, Value(body.shown), place),) if body.is_named else ()
            return Thing(reading.cls, body.name, body.classes, body.shown, place, (*named, *facts))
        cls = level.cls if level is not None else reading.cls
        place = self._without_label(place) if level is not None else place
        if level is not None and level.value:
            facts = (Fact(_LEVEL, Value("", iri=level.value), place), *facts)
        return Thing(
            family=cls,
            key=f"{place.passage.block}:{place.start}" if self.sideways else f"{place.passage.block}",
            classes=self.cells.texts.actor_classes(place) if cls == _ACTOR else (cls,),
            name=place.quote,
            place=place,
            facts=facts,
            worded=place.quote if cls in self.lexicon.per_passage else "",
            holder=(reading.holder_class, self._table_key(), reading.held_by) if reading.held_by else None,
        )

    def _without_label(self, place: Place) -> Place:
        """What follows "Outcome 2:"."""
        label = _LABEL.match(place.quote)
        opens = label is not None and self.cells.level(self.fit.reading.levels, place, opening=True) is not None
        return Place(place.passage, place.start + label.end(), place.end) if label and opens else place

    def _body(self) -> Body | None:
        """The body that a table of members is about."""
        first = next((c.place for row in self.grid.rows for c in row if c.place), None)
        before = self.grid.before
        if first is None:
            return None
        found = self.bodies.at(Place(before, 0, len(before.text))) if before is not None else []
        body = found[0] if found else self.bodies.above(first.passage)
        return self.bodies.named(body) if body is not None else None

    def _table_key(self) -> str:
        first = next((c.place for row in self.grid.rows for c in row if c.place), None)
        return f"table:{first.passage.block}" if first else "table"

    def _key_place(self, row: Sequence[Cell]) -> Place | None:
        """The cell that names a row; none where it is empty, a sum, or merged otherwise than the header."""
        if not self._whole(row):
            return self._band(row)
        cell = row[self.fit.key]
        named = self.cells.filling(cell) is Filling.FULL and not any(map(self.cells.is_total, row[:2]))
        return cell.place if named else None

    def _band(self, row: Sequence[Cell]) -> Place | None:
        """A cell over the whole table, where levels stand so: "Outcome 1: returnees earn a living"."""
        levels, place = self.fit.reading.levels, row[0].place if len(row) == 1 else None
        return place if place is not None and self.cells.level(levels, place, opening=True) else None

    def _level(self, row: Sequence[Cell]) -> Choice | None:
        levels = self.fit.reading.levels
        if not levels or self._band(row) is not None:
            return self.cells.level(levels, place, opening=True) if levels and (place := self._band(row)) else None
        columns = sorted(self.fit.columns.items(), key=lambda item: item[1].is_key) if self._whole(row) else []
        said = (
            self.cells.level(levels, place, opening=c.is_key)
            for i, c in columns
            if c.gives_level and (place := row[i].place) is not None
        )
        return next((level for level in said if level is not None), None)

    def _facts(self, row: Sequence[Cell], *, only_more: bool = False) -> Iterator[Fact]:
        if not self._whole(row):
            return
        turn = count()
        for i, column in sorted(self.fit.columns.items()):
            if column.link is None or (only_more and column.is_key) or self.cells.filling(row[i]) is not Filling.FULL:
                continue
            for value, place in self.cells.values(column, row[i], self.grid.headers[i]):
                yield Fact(column.link, value, place, f"{column.iri}:{i}:{next(turn)}")

    def _goes_on(self, row: Sequence[Cell]) -> bool:
        """Whether a row is the rest of the one above: its key is empty, other cells are not."""
        return self._whole(row) and not row[self.fit.key].text and not any(map(self.cells.is_total, row[:2]))

    def _gaps(self, row: Sequence[Cell], thing: Thing) -> Iterator[Gap]:
        for i, column in self.fit.columns.items():
            if self._whole(row) and column.breaks and self.cells.filling(row[i]) is Filling.OPEN:
                yield Gap(column.breaks, thing.name, row[i].place or thing.place)

    def _whole(self, row: Sequence[Cell]) -> bool:
        return len(row) == len(self.grid.headers)
