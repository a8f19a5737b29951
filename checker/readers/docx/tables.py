"""The grid of a Word table: rows, their cells, and which rows are its header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.readers.docx.runs import alternative
from checker.readers.docx.wml import MC, W, on
from checker.readers.safexml import Element

_WRAPPERS = frozenset(W + tag for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_FIRST_ROW = 0x0020


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` are w:tc elements. ``flagged`` rows repeat as header on each page."""

    cells: tuple[Element, ...]
    flagged: bool
    deleted: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    columns: int
    look: bool | None
    """What the table's style options say of a header row: yes, no, or nothing."""

    def is_header(self, row: Row, *, bold: bool) -> bool:
        """Flagged rows; without any, the first row where the table's look or its bold text says so."""
        if any(other.flagged for other in self.rows):
            return row.flagged
        if not row.first or len(self.rows) < 2:
            return False
        if bold or self.look is None:
            return bold or self.columns > 2
        return self.look


def table(element: Element) -> Table:
    rows: list[Row] = []
    for found in _inside(element, W + "tr"):
        properties = found.find(W + "trPr")
        cells = tuple(_inside(found, W + "tc"))
        rows.append(
            Row(
                cells,
                flagged=bool(on(properties, "tblHeader")),
                deleted=properties is not None and properties.find(W + "del") is not None,
                first=not rows,
            )
        )
    return Table(tuple(rows), max((len(row.cells) for row in rows), default=0), _look(element))


def content(cell: Element) -> Iterator[Element]:
    """The paragraphs and nested tables of a cell, in order; what was deleted or moved away is not among them."""
    for child in cell:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from content(child)
        elif child.tag == MC + "AlternateContent":
            yield from content(alternative(child))


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _look(element: Element) -> bool | None:
    look = element.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return None
    first = look.get(W + "firstRow")
    if first is not None:
        return first.lower() in ("1", "true", "on")
    try:
        return bool(int(look.get(W + "val") or "", 16) & _FIRST_ROW)
    except ValueError:
        return None
