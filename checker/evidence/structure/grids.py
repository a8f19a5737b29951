"""Tables of a document as grids of cells, each cell with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.evidence.structure.model import Place
from checker.readers.document import Passage


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of a cell; ``place`` is None for a header that only the rows below it tell."""

    text: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Grid:
    """``headers`` are the texts over each column (header rows that stand in two are joined), ``rows`` what is below.

    Rows may have fewer cells than there are headers: a band over the whole table, cells that were merged.
    """

    headers: tuple[str, ...]
    top: tuple[Cell, ...]
    """The last header row itself."""
    rows: tuple[tuple[Cell, ...], ...]
    heading: tuple[str, ...]
    before: Passage | None
    """The passage before the table."""


def grids(passages: Sequence[Passage]) -> Iterator[Grid]:
    """Rows that follow each other and share a header are one table; captions and footnotes may stand between them."""
    run: list[Passage] = []
    before: Passage | None = None
    last: Passage | None = None
    for passage in passages:
        if passage.kind == "table-row":
            if run and _begins(passage, run):
                yield _grid(run, before)
                run, before = [], None
            if not run:
                before = last
            run.append(passage)
        elif run and passage.kind != "footnote":
            yield _grid(run, before)
            run = []
        last = passage
    if run:
        yield _grid(run, before)


def _begins(row: Passage, run: list[Passage]) -> bool:
    """Whether a row opens another table: another header, or none after rows that had one."""
    if row.heading != run[-1].heading:
        return True
    led = next((p.lead for p in run if p.lead), "")
    return bool(led) and row.lead != led and row.text != led


def _grid(run: list[Passage], before: Passage | None) -> Grid:
    lead = next((p.lead for p in run if p.lead), "")
    rows = [tuple(_cells(p)) for p in run]
    if not lead:
        first, rest = rows[0], rows[1:]
        return Grid(tuple(c.text for c in first), first, tuple(rest), run[0].heading, before)
    top = next((r for r, p in zip(rows, run, strict=True) if p.text == lead), None)
    top = top or tuple(Cell(t, None) for t in cells_of(lead))
    width = len(top)
    above = [r for r, p in zip(rows, run, strict=True) if not p.lead and p.text != lead and len(r) == width]
    body = tuple(r for r, p in zip(rows, run, strict=True) if p.lead == lead)
    columns = zip(*above, top, strict=True)
    headers = tuple(" ".join(dict.fromkeys(c.text for c in cells if c.text)) for cells in columns)
    return Grid(headers, top, body, run[0].heading, before)


def turned(grid: Grid) -> Grid | None:
    """The grid with its first column as header; None where the rows do not agree in length."""
    rows = [r for r in (grid.top, *grid.rows) if len(r) == len(grid.top)]
    if len(rows) < 2 or len(grid.top) < 2:
        return None
    names, *columns = zip(*rows, strict=True)
    return Grid(tuple(c.text for c in names), names, tuple(columns), grid.heading, grid.before)


def cells_of(text: str) -> list[str]:
    """The cells of a row as readers write it."""
    return [c.strip() for c in text.split("|")]


def _cells(passage: Passage) -> Iterator[Cell]:
    at = 0
    for part in passage.text.split("|"):
        start = at + len(part) - len(part.lstrip())
        end = max(start, at + len(part.rstrip()))
        yield Cell(part.strip(), Place(passage, start, end))
        at += len(part) + 1
