"""A long draft as a Word document of about so many pages."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.whole.parts import Part, parts

WORDS_A_PAGE = 480


def write_docx(path: Path, pages: int) -> None:
    document = docx.Document()
    document.add_heading("A programme of many pages", 0)
    words = 0
    for part in parts():
        words += len(part.text.split()) + sum(len(cell.split()) for row in part.rows for cell in row)
        if words > WORDS_A_PAGE * pages:
            break
        _add(document, part)
    document.save(str(path))


def _add(document: docx.document.Document, part: Part) -> None:
    if part.kind in ("chapter", "section"):
        document.add_heading(part.text, 1 if part.kind == "chapter" else 2)
    elif part.kind == "item":
        document.add_paragraph(part.text, style="List Bullet")
    elif part.kind == "table":
        table = document.add_table(len(part.rows), len(part.rows[0]))
        for row, texts in zip(table.rows, part.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    elif part.kind == "columns":
        _columns(document, 2)
        for text in part.text.splitlines():
            document.add_paragraph(text)
        _columns(document, 1)
    else:
        document.add_paragraph(part.text)


def _columns(document: docx.document.Document, number: int) -> None:
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), str(number))
    section._sectPr.append(columns)
