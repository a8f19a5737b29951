"""A draft of 120 pages goes back within ten seconds, whatever is asked for."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from checker.readers import read
from checker.sent_back import Material, write, writers_for
from tests.reports.sample import large
from tests.sent_back.materials import SOP, checked, evidence

PAGES = 120
SECONDS = 10.0


@cache
def words() -> tuple[str, ...]:
    document = checked(SOP).document
    assert document is not None
    return tuple(p.text for p in document.passages)


def word_file(file: Path) -> None:
    document = docx.Document()
    for number, text in enumerate(islice(cycle(words()), PAGES * 12)):
        document.add_paragraph(f"{number} {text}")
    document.save(str(file))


def pdf_file(file: Path) -> None:
    canvas = Canvas(str(file), pagesize=A4)
    texts = cycle(words())
    for page in range(PAGES):
        for line in range(40):
            canvas.drawString(60, 780 - 17 * line, f"{page}.{line} {next(texts)}"[:90])
        canvas.showPage()
    canvas.save()


@pytest.mark.parametrize(("ending", "make"), [("docx", word_file), ("pdf", pdf_file)])
def test_in_time(ending: str, make: object, tmp_path: Path) -> None:
    file = tmp_path / f"long.{ending}"
    make(file)  # type: ignore[operator]
    document = read(file)
    report = large()
    passages = cycle(document.passages[:: max(len(document.passages) // 250, 1)])
    rows = tuple(
        replace(row, evidence=tuple(evidence(passage) for passage in islice(passages, 8)))
        for row in report.inputs[0].requirements
    )
    draft = replace(report.inputs[0], requirements=rows, name=file.name, path=str(file))
    material = Material(report, draft, file.read_bytes(), checked(SOP).texts, document)
    for one in writers_for(ending):
        before = time.monotonic()
        assert len(io.BytesIO(write(one.id, material)).getvalue()) > 1000
        assert time.monotonic() - before < SECONDS, one.id
