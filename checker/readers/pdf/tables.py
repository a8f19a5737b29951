"""Tables, known by how the text is drawn: a cell downwards, then the next cell to its right, row after row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.readers.markers import BULLETS, is_item, section_depth
from checker.readers.pdf.layout import Fragment, Rule
from checker.readers.pdf.runs import Cell, Row, Span, rows_of, span

_PROSE_LINES = 8
"""Rows of single lines from which columns of text are looked for."""
_COLUMN_LINES = 25
"""Lines in two neighbouring cells from which they are taken for columns of text."""


@dataclass(slots=True)
class Grid:
    """Rows of a table on one page; ``columns`` are the x-intervals of its columns."""

    rows: list[Row]
    columns: list[Span]

    def place(self, cell: Cell) -> int:
        """The column that a cell overlaps most."""
        left, right = span(cell)
        overlaps = [min(right, high) - max(left, low) for low, high in self.columns]
        return max(range(len(overlaps)), key=overlaps.__getitem__)


def split(
    fragments: Sequence[Fragment], rules: Sequence[Rule], header: Sequence[str] = (), columns: Sequence[Span] = ()
) -> list[Fragment | Grid]:
    """The page's fragments in order, those that form a table gathered into a grid.

    ``header`` and ``columns`` are those of a table that may go on here: where the page opens with
    the words of its header, a table is known even by a single row; and what stands alone in one of
    its columns above further rows is the rest of a cell.
    """
    rows = rows_of(fragments, rules)
    found: list[Fragment | Grid] = []
    index = _rest_of_cell(rows, columns)
    if index:
        found.append(_grid(rows[:index]))
    while index < len(rows):
        end = _table_end(rows, index, known=bool(header) and _words(rows[index]) == list(header))
        if end > index:
            grid = _grid(rows[index:end])
            found += _columns_of(grid) if _is_prose(grid) else [grid]
            index = end
        else:
            found += [fragment for cell in rows[index] for fragment in cell]
            index += 1
    return found


def _is_prose(grid: Grid) -> bool:
    """Whether it is no table but columns of text, drawn line by line: long lines that fill their column."""
    cells = [cell for row in grid.rows for cell in row]
    if len(grid.rows) < _PROSE_LINES or any(len(cell) > 1 for cell in cells):
        return False
    full = 0
    for cell in cells:
        low, high = grid.columns[grid.place(cell)]
        full += len(cell[0].words) > 4 and cell[0].right - cell[0].left > 0.75 * (high - low)
    return full > 0.7 * len(cells)


def _columns_of(grid: Grid) -> list[Fragment | Grid]:
    columns: list[list[Fragment | Grid]] = [[] for _ in grid.columns]
    for row in grid.rows:
        for cell in row:
            columns[grid.place(cell)] += cell
    return [fragment for column in columns for fragment in column]


def _rest_of_cell(rows: list[Row], columns: Sequence[Span]) -> int:
    """The index after a table that opens with the rest of a cell; 0 where there is none."""
    if len(rows) < 2 or len(rows[0]) > 1 or not columns:
        return 0
    left, right = span(rows[0][0])
    over = [low for low, high in columns if min(right, high) - max(left, low) > 1]
    end = _table_end(rows, 1, known=False)
    return end if len(over) == 1 and end > 1 and _fits([span(rows[0][0])], _grid(rows[1:end]).columns) else 0


def _table_end(rows: list[Row], start: int, *, known: bool) -> int:
    """The index after the table that starts at a row; ``start`` itself where none does."""
    end, wide = start, 0
    columns: list[Span] = []
    for index in range(start, len(rows)):
        row = rows[index]
        if index > start and row[0][0].base > rows[index - 1][0][0].base:
            break
        if len(row) > 1 and not _is_columns(row):
            spans = [span(cell) for cell in row]
            if columns and not _fits(spans, columns):
                break
            columns = _merged(columns, spans)
            wide += 1
            end = index + 1
        elif not columns or not _fits([span(row[0])], columns) or len(row) > 1:
            break
        elif known:
            end = index + 1
    if known and wide:
        return end
    multi = [row for row in rows[start:end] if len(row) > 1]
    if wide < 2 or all(len(row) == 2 and _is_marker(row[0]) for row in multi):
        return start
    return end


def _is_columns(row: Row) -> bool:
    return sum(len(cell) > _COLUMN_LINES for cell in row) >= 2


def _fits(spans: list[Span], columns: list[Span]) -> bool:
    """Whether no cell reaches over two columns, and no column takes two cells of the row."""
    taken: list[int] = []
    for left, right in spans:
        over = [i for i, (low, high) in enumerate(columns) if min(right, high) - max(left, low) > 1]
        if len(over) > 1:
            return False
        taken += over
    return len(taken) == len(set(taken)) and taken == sorted(taken)


def _merged(columns: list[Span], spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for left, right in sorted([*columns, *spans]):
        if merged and left < merged[-1][1] - 1:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _words(row: Row) -> list[str]:
    return [word.text for cell in row for fragment in cell for word in fragment.words]


def _is_marker(cell: Cell) -> bool:
    """Whether a cell holds only a bullet or a number, as before an item of a list."""
    if len(cell) != 1 or len(cell[0].words) > 2:
        return False
    text = cell[0].text
    return text in BULLETS or is_item(f"{text} x") or section_depth(f"{text} X") is not None


def _grid(rows: list[Row]) -> Grid:
    columns: list[Span] = []
    for row in rows:
        columns = _merged(columns, [span(cell) for cell in row])
    return Grid(rows, columns)
