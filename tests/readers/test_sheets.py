"""Workbooks are read as text in a process of its own; what is hostile or broken is an error on one line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from checker.errors import InputError
from checker.readers.sheets import read_sheets


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def repacked(path: Path, part: str, content: bytes) -> Path:
    """The same package with one part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    path.write_bytes(stream.getvalue())
    return path


def test_cells_are_text_and_numbers_whole(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", [["id", "año"], [12, "sí\nno"], [None, 2.5]])
    assert read_sheets(file) == {"Sheet": [["id", "año"], ["12", "sí\nno"], ["", "2.5"]]}


def test_a_formula_counts_as_what_was_saved_with_it(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", [["=1+1", '=WEBSERVICE("http://127.0.0.1/x")']])
    assert read_sheets(file)["Sheet"] in ([["", ""]], [])


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
HOSTILE = {
    "an entity": (ENTITY, "never expanded"),
    "no worksheet": (b"<worksheet", "no workbook that can be read"),
    "a bomb": (b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>", "unpack"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused(tmp_path: Path, name: str) -> None:
    content, said = HOSTILE[name]
    file = repacked(workbook(tmp_path / "a.xlsx", [["x"]]), "xl/worksheets/sheet1.xml", content)
    with pytest.raises(InputError) as error:
        read_sheets(file)
    assert error.value.line.startswith("a.xlsx: ")
    assert said in error.value.line
    assert "\n" not in error.value.line


def test_a_sheet_of_too_many_rows_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A30001"] = "far away"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="more than 20,000"):
        read_sheets(tmp_path / "a.xlsx")


def test_nothing_and_something_else_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    (tmp_path / "text.xlsx").write_bytes(b"id;answer\n")
    for name in ("empty.xlsx", "text.xlsx", "missing.xlsx"):
        with pytest.raises(InputError) as error:
            read_sheets(tmp_path / name)
        assert error.value.line.startswith(name)
