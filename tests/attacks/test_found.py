"""What fuzzing found (fuzz/fuzz.py)."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from checker.engine.tables.regex import can_explode, in_python
from checker.errors import InputError
from checker.readers import read
from checker.readers.archive import Archive
from checker.readers.sheets import read_sheets
from checker.readers.sheets_child import parse
from tests.readers.making import lines, package, pdf


def test_a_part_whose_name_begins_with_a_slash(tmp_path: Path) -> None:
    """Its name was told with the slash and looked up without it."""
    file = tmp_path / "form.xlsx"
    file.write_bytes(package({"/app.xml": "<a/>", "xl\\styles.xml": "<a/>"}))
    with pytest.raises(InputError, match="no workbook"):
        read_sheets(file)
    archive = Archive(file.read_bytes(), file.name)
    assert [archive.part(name) for name in archive.names] == [b"<a/>"] * 2


def test_letters_of_hardly_any_size(tmp_path: Path) -> None:
    """The size of the body was rounded to nothing, and lines were measured in it."""
    file = tmp_path / "small.pdf"
    file.write_bytes(pdf(lambda canvas: lines(canvas, 80, 700, "We meet.\nOnce a month.", size=0.1)))
    assert "We meet." in read(file).text


def test_a_cell_in_a_column_beyond_all_numbers(tmp_path: Path) -> None:
    """Its number ran over, and room was made for what became of it."""
    book, stream, file = openpyxl.Workbook(), io.BytesIO(), tmp_path / "form.xlsx"
    assert book.active is not None
    book.active["B1"] = "b"
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    file.write_bytes(package({**parts, sheet: parts[sheet].replace(b'r="B1"', b'r="E' + b"c" * 120 + b'1"')}))
    with pytest.raises(InputError, match="columns, more than"):
        parse(file)


@pytest.mark.parametrize("pattern", ["a{99999999999}", "a{1," + "9" * 5000 + "}", "(" * 2000 + "a" + ")" * 2000])
def test_an_expression_that_counts_too_far(pattern: str) -> None:
    """Python has three errors for it besides that of expressions."""
    with pytest.raises(re.error, match="too far"):
        in_python(pattern, "")
    can_explode(pattern)


def test_a_sheet_with_a_cell_at_its_far_corner(tmp_path: Path) -> None:
    """Room was made for all the cells before it, 99 GB in this case."""
    book, file = openpyxl.Workbook(), tmp_path / "form.xlsx"
    assert book.active is not None
    book.active["A1"], book.active["XFD252000"] = "a", "b"
    book.save(file)
    with pytest.raises(InputError, match="252,000 rows and 16,384 columns"):
        parse(file)
    book.active["XFD252000"] = None
    book.active["C19999"] = "b"
    book.save(file)
    assert parse(file)["Sheet"][19998] == ["", "", "b"]
