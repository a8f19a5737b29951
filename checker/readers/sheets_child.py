"""The process that reads a workbook: ``python -m checker.readers.sheets_child PATH BYTES``, JSON on standard output."""

from __future__ import annotations

import io
import json
import re
from functools import reduce
from pathlib import Path

from checker.errors import InputError
from checker.readers.archive import Archive
from checker.readers.child import answer_with

MOST_ROWS = 20_000
MOST_COLUMNS = 60
_MOST_CELLS = 10**7
_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^<>]*\s)?r\s*=\s*["']([A-Za-z]+)(\d+)["'](?:[^<>]*[^/<>])?>""")
"""A cell that holds something, by its column and row."""
_DECLARED = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(path: Path) -> dict[str, list[list[str]]]:
    """Rows of text by sheet. Formulas count with the value that was saved with them. Raises InputError."""
    from python_calamine import CalamineError, CalamineWorkbook

    data = path.read_bytes()
    package = Archive(data, path.name)
    for part in package.names:
        if not part.lower().endswith((".xml", ".rels", ".vml")):
            continue
        content = package.part(part).replace(b"\0", b"")
        if _DECLARED.search(content):
            raise InputError(
                "has a document type or entities, which are never expanded",
                where=path.name,
                text="error-package-doctype",
                part=part,
            )
        _refuse_far(content, path)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {name: _rows(workbook.get_sheet_by_name(name), path) for name in workbook.sheet_names}
    except (CalamineError, ValueError, OSError) as error:
        raise InputError(
            f"it is no workbook that can be read ({type(error).__name__})",
            where=path.name,
            remedy="save it anew as .xlsx",
            text="error-workbook",
        ) from None


def _refuse_far(content: bytes, path: Path) -> None:
    """The parser makes room for all cells up to the last in each direction, however few there are."""
    height = width = 0
    for column, row in _CELL.findall(content):
        height = max(height, int(row[:9]))
        width = max(width, reduce(lambda n, letter: n * 26 + letter - 64, column[:9].upper(), 0))
    if height * width > _MOST_CELLS:
        raise _too_large(height, width, path)


def _too_large(height: int, width: int, path: Path) -> InputError:
    return InputError(
        f"a sheet has {height:,} rows and {min(width, 10**6):,} columns, more than {MOST_ROWS:,} and {MOST_COLUMNS}",
        where=path.name,
        remedy="send the form as it was made",
        text="error-sheet-large",
        rows=MOST_ROWS,
        columns=MOST_COLUMNS,
    )


def _rows(sheet: object, path: Path) -> list[list[str]]:
    height, width = sheet.total_height, sheet.total_width  # type: ignore[attr-defined]
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise _too_large(height, width, path)
    return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]  # type: ignore[attr-defined]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def answer(path: Path) -> bytes:
    try:
        return json.dumps({"sheets": parse(path)}).encode()
    except InputError as error:
        said = {"error": error.what, "remedy": error.remedy, "text": error.text, "fields": dict(error.fields)}
        return json.dumps(said).encode()
    except MemoryError:
        return json.dumps(
            {"error": "reading it needs too much memory", "remedy": "send a smaller file", "text": "error-memory"}
        ).encode()


if __name__ == "__main__":
    answer_with(answer)
