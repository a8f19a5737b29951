"""The cells of a workbook (XLSX) as text, read in a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

from checker.errors import InputError
from checker.readers.bounded import confined, stopped

Sheets = dict[str, list[list[str]]]
"""Rows of cells by the name of their sheet, in order. An empty cell is an empty string."""


def read_sheets(path: Path) -> Sheets:
    """Raises InputError where the file is no workbook, is damaged, too large or hostile."""
    answer, code = confined("checker.readers.sheets_child", path)
    try:
        found = json.loads(answer)
    except ValueError:
        raise stopped(path, code) from None
    if error := found.get("error"):
        raise InputError(
            error,
            where=path.name,
            remedy=found.get("remedy", ""),
            text=found.get("text", ""),
            **found.get("fields", {}),
        )
    sheets: Sheets = found["sheets"]
    return sheets
