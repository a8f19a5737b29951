"""What a cell says: nothing, words, concepts, actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from checker.evidence.structure.grids import Cell
from checker.evidence.structure.model import Place, Value
from checker.evidence.structure.texts import Texts
from checker.knowledge.names import GC
from checker.knowledge.structures import Choice, Column, Structures

_DASH = re.compile(r"[\W_]*")
_PART = re.compile(r"[^;]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNIT = re.compile(r"\(([^)]{1,20})\)")
_ACTOR = GC + "Actor"


class Filling(Enum):
    """Whether a cell says something, leaves it open, or says that there is nothing to say."""

    FULL = "full"
    OPEN = "open"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads cells of one document."""

    texts: Texts
    structures: Structures

    def filling(self, cell: Cell) -> Filling:
        if _DASH.fullmatch(cell.text):
            return Filling.OPEN
        if cell.place is None:
            return Filling.FULL
        if self.texts.mostly(cell.place, self.structures.not_applicable):
            return Filling.NOT_APPLICABLE
        return Filling.OPEN if self.texts.mostly(cell.place, self.structures.open_cell) else Filling.FULL

    def is_total(self, cell: Cell) -> bool:
        return cell.place is not None and self.texts.mostly(cell.place, self.structures.total_row)

    def values(self, column: Column, cell: Cell, header: str) -> Iterator[tuple[Value, Place]]:
        """What a cell says for a column, each value with its place."""
        link, place = column.link, cell.place
        if link is None or place is None:
            return
        if column.choices or column.terms:
            yield from ((Value("", iri=iri), place) for iri in self.concepts(column, place))
            return
        for part in self.parts(place) if link.value_class == _ACTOR else (place,):
            is_actor = link.value_class == _ACTOR
            named = self.texts.actor_classes(part, wholly=column.named_wholly) if is_actor else (link.value_class,)
            yield Value(part.quote, "", tuple(c for c in named if c), tuple(_beside(column, header))), part

    def concepts(self, column: Column, place: Place) -> tuple[str, ...]:
        """The concepts that a cell names; a wording of the column's own comes before the cues of the concepts."""
        chosen = [c.value for c in column.choices if self.texts.says(place, c.wordings)]
        named = chosen or [h.term for h in self.texts.concepts(place, column.terms)]
        return tuple(dict.fromkeys(named))

    def level(self, levels: Sequence[Choice], place: Place, *, opening: bool) -> Choice | None:
        """The level that a cell gives, or with ``opening`` that its first words do."""
        tell = self.texts.opens if opening else self.texts.says
        return next((c for c in levels if tell(place, c.wordings)), None)

    def parts(self, place: Place) -> Iterator[Place]:
        """The items of a cell, which semicolons part."""
        for m in _PART.finditer(place.quote):
            start = place.start + m.start() + len(m[0]) - len(m[0].lstrip())
            end = place.start + m.start() + len(m[0].rstrip())
            if end > start:
                yield Place(place.passage, start, end)


def _beside(column: Column, header: str) -> Iterator[tuple[str, str]]:
    """What the header says of every cell below it."""
    for path, pattern in ((column.header_year, _YEAR), (column.header_unit, _UNIT)):
        found = pattern.search(header) if path else None
        if found:
            yield path, found[found.lastindex or 0]
