"""Tables to rows of text, over page breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.readers.pdf.joining import Vocabulary, join
from checker.readers.pdf.layout import Fragment, Rule
from checker.readers.pdf.tables import Grid


@dataclass(slots=True)
class TableRow:
    cells: list[list[Fragment]]
    page: int
    bold: bool


@dataclass(slots=True)
class Table:
    """``header`` is the first row where it heads the others."""

    rows: list[TableRow]
    columns: list[tuple[float, float]]
    header: bool
    last_page: int
    widths: list[float] = field(default_factory=list)

    @property
    def opening(self) -> list[str]:
        """The words of the first row."""
        return _words(self.rows[0])

    def texts(self, vocabulary: Vocabulary) -> list[list[str]]:
        """The cells of each row."""
        self._measure()
        return [
            [join(cell, vocabulary, width=width) for cell, width in zip(row.cells, self.widths, strict=True)]
            for row in self.rows
        ]

    def _measure(self) -> None:
        lines = [[f for row in self.rows for f in row.cells[column]] for column in range(len(self.columns))]
        self.widths = [max((f.right - f.left for f in column), default=0.0) for column in lines]


def table_of(grid: Grid, page: int, rules: Sequence[Rule]) -> Table:
    rows: list[TableRow] = []
    for found in grid.rows:
        cells: list[list[Fragment]] = [[] for _ in grid.columns]
        for cell in found:
            cells[grid.place(cell)] += cell
        flat = [fragment for cell in found for fragment in cell]
        rows.append(TableRow(cells, page, all(fragment.bold for fragment in flat)))
    return Table(rows, grid.columns, _has_header(rows, rules), page)


def continues(table: Table, grid: Grid, page: int) -> bool:
    """Whether a grid at the head of the next page goes on with the table at the foot of the one before."""
    if page != table.last_page + 1 or len(grid.columns) != len(table.columns):
        return False
    pairs = zip(table.columns, grid.columns, strict=True)
    return all(min(high, right) > max(low, left) - 2 for (low, high), (left, right) in pairs)


def append(table: Table, more: Table) -> None:
    """Adds the rows of the next page, without the header that is repeated; a row cut by the break is made whole."""
    rows = more.rows
    if rows and table.header and _words(rows[0]) == table.opening:
        rows = rows[1:]
    if rows and _is_rest(table.rows[-1], rows[0]):
        for cell, rest in zip(table.rows[-1].cells, rows[0].cells, strict=True):
            cell += rest
        rows = rows[1:]
    table.rows += rows
    table.last_page = more.last_page


def _is_rest(last: TableRow, row: TableRow) -> bool:
    """Whether a row at the head of a page is what is left of the row at the foot of the page before."""
    pairs = [(above, below) for above, below in zip(last.cells, row.cells, strict=True) if below]
    going_on = [_goes_on(above, below) for above, below in pairs]
    if len(pairs) < len(row.cells):
        return not row.cells[0] or any(going_on)
    return all(going_on)


def _goes_on(above: Sequence[Fragment], below: Sequence[Fragment]) -> bool:
    if not above or above[-1].text.endswith((".", "!", "?")):
        return False
    return below[0].text[0].islower() or above[-1].words[-1].spaced


def _words(row: TableRow) -> list[str]:
    return [word.text for cell in row.cells for fragment in cell for word in fragment.words]


def _has_header(rows: Sequence[TableRow], rules: Sequence[Rule]) -> bool:
    if len(rows) < 2:
        return False
    if rows[0].bold and not all(row.bold for row in rows):
        return True
    if len(rows[0].cells) > 2 and all(rows[0].cells):
        return True
    low = min(f.base for cell in rows[0].cells for f in cell)
    high = max(f.base + f.size for cell in rows[1].cells for f in cell)
    under = [rule for rule in rules if rule.horizontal and high - 4 < rule.bottom < low + 1]
    later = [
        rule for row in rows[2:] for rule in rules
        if rule.horizontal and abs(rule.bottom - max(f.base + f.size for cell in row.cells for f in cell)) < 6
    ]  # fmt: skip
    return bool(under) and not later
