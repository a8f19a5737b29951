"""Tables to what they say: which reading fits a table, upright or on its side, and what its rows make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.evidence.structure.bodies import Bodies
from checker.evidence.structure.cells import CellReader
from checker.evidence.structure.grids import Grid, turned
from checker.evidence.structure.headers import Fit, HeaderReader
from checker.evidence.structure.model import Structure
from checker.evidence.structure.rows import RowReader
from checker.evidence.words import Stemmer
from checker.folding import fold
from checker.knowledge.model import Lexicon
from checker.knowledge.structures import Structures

_CODE = re.compile(r"[A-Za-z]{0,4}[-–. ]?\d[\d.–-]*(?:\s*[–-]\s*[A-Za-z]{0,4}\d[\d.]*)?[.)]?|[IVX]+[.)]?")
_MOSTLY = 0.6
_SIDEWAYS = 0.5
"""Share of the rows of a table on its side that have to be known columns: a summary sheet has a few by chance."""


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads the tables of one document."""

    cells: CellReader
    bodies: Bodies
    lexicon: Lexicon
    headers: HeaderReader
    numbers: frozenset[str]
    """Numbers in words, folded."""

    @classmethod
    def of(
        cls,
        found: Sequence[Grid],
        cells: CellReader,
        bodies: Bodies,
        stemmer: Stemmer,
        structures: Structures,
    ) -> TableReader:
        """A reader of these tables."""
        texts = (*(h for g in found for h in g.headers), *(r[0].text for g in found for r in (g.top, *g.rows) if r))
        headers = HeaderReader(texts, structures.tables, stemmer)
        numbers = frozenset(fold(w) for c in structures.numbers for w in c.wordings)
        return cls(cells, bodies, cells.texts.lexicon, headers, numbers)

    def read(self, found: Sequence[Grid]) -> Iterator[Structure]:
        """What each table says: by the reading that fits best, and beside it by those that read other columns."""
        for grid in found:
            shown, fits = self._fitting(grid)
            taken: set[int] = set()
            for fit in fits:
                alone = fit.key not in taken and not (taken and fit.reading.of_body)
                if not alone and not fit.reading.beside:
                    continue
                said = RowReader(self.cells, self.bodies, self.lexicon, fit, shown, shown is not grid).read()
                if said.things:
                    taken |= set() if fit.reading.beside else {fit.key}
                    yield said

    def _fitting(self, grid: Grid) -> tuple[Grid, tuple[Fit, ...]]:
        """A table, upright or on its side, with the readings that fit it."""
        fits = self.headers.fits(grid.headers, self._codes(grid))
        sideways = turned(grid)
        if fits or sideways is None:
            return grid, fits
        least = max(2, _SIDEWAYS * len(sideways.headers))
        found = self.headers.fits(sideways.headers, frozenset())
        return sideways, tuple(f for f in found if f.is_sure and len(f.columns) >= least)

    def _codes(self, grid: Grid) -> frozenset[int]:
        """The columns of numbers and codes, which name no row: "A1", "2.3", "Two"."""
        rows = [r for r in grid.rows if len(r) == len(grid.headers)]
        columns = ([r[i].text for r in rows if r[i].text] for i in range(len(grid.headers)))
        return frozenset(
            i for i, texts in enumerate(columns) if texts and sum(map(self._is_code, texts)) >= _MOSTLY * len(texts)
        )

    def _is_code(self, text: str) -> bool:
        return _CODE.fullmatch(text) is not None or fold(text) in self.numbers
