"""The memo: what it says, and that it stays short."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from checker.readers.docx.wml import W
from checker.report import VERDICTS
from checker.reports.counts import ISSUES, Tally
from checker.sent_back import Material, write
from checker.sent_back.memo.chart import parts
from tests.office import converted, pages_in_arial
from tests.reports.sample import large
from tests.sent_back.materials import POLICY, SOP, by, checked, decided


def opened(material: Material) -> Document:
    return docx.Document(io.BytesIO(write("memo", material)))


def text(document: Document) -> str:
    return "\n".join(t.text or "" for t in document.element.body.iter(W + "t"))


def headings(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]


def test_its_parts() -> None:
    document = opened(checked(SOP))
    assert headings(document) == [
        "Summary",
        "What was found, by theme",
        "First things to mend",
        "Requirements that fall short",
    ]
    assert document.paragraphs[0].text == "Review memo: sop-reintegration-en.docx"
    assert document.core_properties.author == "guidecheck"
    assert "A first reading: nobody has decided" in text(document)


def test_in_spanish_with_the_date_written_out() -> None:
    document = opened(checked(POLICY))
    assert "Lo primero que conviene corregir" in headings(document)
    assert "Nota de revisión: politica-nacional-es.docx" in text(document)
    assert " de 20" in text(document)


def test_decisions_with_names_and_reasons() -> None:
    document = opened(decided(SOP))
    assert "Decisions by people" in headings(document)
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    said = {(row[1], row[2], row[3], row[5]) for row in rows}
    assert ("Partly met", "● Met", "Ana Pérez", "Annex B") in said
    assert ("Not stated", "○ Not stated", "Tom O'Neil", "Add!") in said
    assert "Verdicts decided by people: 3 of 50 (Ana Pérez, Tom O'Neil)." in text(document)


def test_what_has_no_room_is_counted() -> None:
    material = checked(POLICY)
    issues = sum(row.verdict in ISSUES for row in material.draft.requirements)
    table = opened(material).tables[1]
    assert f"Quedan {issues - (len(table.rows) - 1)} filas más" in text(opened(material))


@pytest.mark.parametrize("people", [False, True], ids=["first reading", "decided"])
def test_two_to_six_pages_for_250_requirements(people: bool, tmp_path: Path) -> None:
    report = large()
    draft = report.inputs[0]
    long = "A reason that goes on for a while, with names and places in it. " * 8
    if people:
        rows = tuple(
            replace(row, decided_by=by("Ana María Pérez de la Fuente", "met", long), comment=long)
            for row in draft.requirements
        )
        draft = replace(draft, requirements=rows)
    material = replace(checked(SOP), report=report, draft=draft)
    made = converted(write("memo", material), "memo.docx", "pdf", tmp_path)
    assert 2 <= pages_in_arial(made) <= 6


def test_a_draft_to_which_nothing_applies() -> None:
    material = checked(SOP)
    rows = tuple(replace(row, verdict="not-applicable") for row in material.draft.requirements)
    document = opened(replace(material, draft=replace(material.draft, requirements=rows)))
    assert "No requirement of “All guidance” applies to this draft." in text(document)
    assert opened(replace(material, draft=replace(material.draft, requirements=()))).paragraphs


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5), st.integers(0, 200))
def test_every_part_of_a_bar_can_be_seen(numbers: list[int], more: int) -> None:
    counts = Tally(tuple(zip(VERDICTS, numbers, strict=True)), 0)
    if not counts.applicable:
        return
    found = parts(counts, counts.applicable + more)
    assert [n for _, n, _ in found] == [n for n in numbers[:4] if n]
    assert all(width >= 2 for _, _, width in found)
    assert sum(width for _, _, width in found) <= 60
