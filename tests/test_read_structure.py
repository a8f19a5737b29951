"""Files with tables, end to end: what stands in rows comes out as Turtle, and the Turtle can be checked."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pyoxigraph as ox
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from checker.check import Options, check
from checker.knowledge import load
from checker.knowledge.names import GC, RDFS, TYPE
from checker.reading import write_description
from checker.report import RequirementOutcome

TITLE = "Monitoring framework on reintegration"
COMMITTEE = "The Steering Committee on Reintegration is chaired by the Ministry of Labour."
ROWS = [
    ["Indicator", "Formula", "Source of data", "Baseline 2030", "Target 2033"],
    ["Share of households with papers", "Households with papers by households seen", "Civil registry", "35 %", "90 %"],
    ["Returnees in paid work", "Head count", "to be defined", "120", "400"],
    ["Children enrolled", "Head count", "Ministry of Education", "61 %", "95 %"],
]


def as_docx() -> bytes:
    file = docx.Document()
    file.add_heading(TITLE, 0)
    file.add_heading("Coordination", 1)
    file.add_paragraph(COMMITTEE)
    file.add_heading("Indicators", 1)
    band = [["What is measured", "", "", "Values", ""], *ROWS]
    table = file.add_table(rows=len(band), cols=5)
    for r, cells in enumerate(band):
        for c, text in enumerate(cells):
            table.cell(r, c).text = text
            for run in table.cell(r, c).paragraphs[0].runs:
                run.bold = r < 2
    table.cell(0, 0).merge(table.cell(0, 2))
    for row in table.rows[:2]:
        properties = row._tr.get_or_add_trPr()
        properties.append(properties.makeelement(f"{{{row._tr.nsmap['w']}}}tblHeader", {}))
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def as_pdf() -> bytes:
    stream = io.BytesIO()
    styles = getSampleStyleSheet()
    table = Table(
        [[Paragraph(c, styles["BodyText"]) for c in row] for row in ROWS],
        style=[("GRID", (0, 0), (-1, -1), 1, "black")],
    )
    text = [Paragraph(TITLE, styles["Title"]), Paragraph("Coordination", styles["Heading1"])]
    text += [Paragraph(COMMITTEE, styles["BodyText"]), Paragraph("Indicators", styles["Heading1"]), table]
    SimpleDocTemplate(stream, pagesize=landscape(A4)).build(text)
    return stream.getvalue()


@pytest.fixture(params=[("framework.docx", as_docx), ("framework.pdf", as_pdf)], ids=["docx", "pdf"])
def draft(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name, make = request.param
    makes: Callable[[], bytes] = make
    file = tmp_path / name
    file.write_bytes(makes())
    return file


OPTIONS = Options(kind="monitoring-framework", language="en")


def test_rows_and_relations_come_out_as_turtle(draft: Path, tmp_path: Path) -> None:
    written = write_description(draft, tmp_path / "out.ttl", load(), OPTIONS)
    triples = list(ox.parse(path=written.file))
    label = {t.subject: t.object.value for t in triples if t.predicate.value == RDFS + "label"}
    indicators = {label[t.subject] for t in triples if t.predicate.value == TYPE and t.object.value == GC + "Indicator"}
    assert indicators >= {row[0] for row in ROWS[1:]}

    def said(path: str) -> set[tuple[str, str]]:
        found = (t for t in triples if t.predicate.value == GC + path and t.subject in label)
        return {(label[t.subject], label.get(t.object, "")) for t in found}

    assert ("Steering Committee on Reintegration", "Ministry of Labour") in said("chairedBy")
    assert ("Children enrolled", "Ministry of Education") in said("hasInformationSource")
    assert "Returnees in paid work" not in {name for name, _ in said("hasInformationSource")}
    assert {name for name, _ in said("hasBaseline")} == indicators


def test_what_was_read_is_checked_as_a_description(draft: Path, tmp_path: Path) -> None:
    file = write_description(draft, tmp_path / "out.ttl", load(), OPTIONS).file
    outcome = check([file], load(), Options())
    assert outcome.errors == ()
    found = {c.id: c.holds for r in outcome.report.inputs[0].requirements for c in r.claims}
    assert found["MON-23-every-formula"]
    assert not found["MON-23-every-source"]


def test_the_report_names_the_row_that_lacks_something(draft: Path) -> None:
    (report,) = check([draft], load(), OPTIONS).report.inputs
    outcome: RequirementOutcome = next(r for r in report.requirements if r.id == "MON-23")
    assert outcome.verdict != "met"
    assert [m for m in outcome.missing if "Returnees in paid work" in m]
