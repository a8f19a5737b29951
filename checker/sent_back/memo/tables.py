"""The tables of a memo."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from checker.report import RequirementOutcome
from checker.reports.counts import ISSUES, by_duty
from checker.reports.display import one_line, shorten, visible
from checker.reports.lacking import lacking
from checker.sent_back.docx.paragraphs import element, paragraph, run
from checker.sent_back.looks import ACCENT, LINE, LOOKS
from checker.sent_back.material import Material
from checker.sent_back.words import guidance, where

_TWIPS = 567
_SIZE = 8

Cell = Sequence[BaseOxmlElement] | str
"""Runs, or a plain text."""


def table(document: Document, widths: Sequence[float], head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Widths in centimetres. The head comes again on each page, rows stay whole."""
    columns = [str(round(width * _TWIPS)) for width in widths]
    edge = {"val": "single", "sz": "4", "space": "0", "color": LINE}
    look = element(
        "w:tblPr",
        element("w:tblW", w=str(sum(map(int, columns))), type="dxa"),
        element("w:tblBorders", *(element(f"w:{side}", **edge) for side in ("top", "bottom", "insideH"))),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", element("w:left", w="60", type="dxa"), element("w:right", w="60", type="dxa")),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in columns))
    made = [_row([[run(text, size=_SIZE, bold=True, colour="FFFFFF")] for text in head], columns, fill=ACCENT)]
    made += [_row(row, columns) for row in rows]
    document.element.body.insert_element_before(element("w:tbl", look, grid, *made), "w:sectPr")
    document.element.body.insert_element_before(paragraph(run("", size=4), below=0), "w:sectPr")


def short_rows(material: Material, most: int) -> tuple[list[list[Cell]], int]:
    """Rows of what falls short, the most binding first, and how many there are that have no room."""
    found = sorted((r for r in material.draft.requirements if r.verdict in ISSUES), key=by_duty)
    return [_short(row, material) for row in found[:most]], max(len(found) - most, 0)


def decision_rows(material: Material, most: int) -> tuple[list[list[Cell]], int]:
    """Rows of what people decided: those that changed a verdict or gave a reason first."""
    found = [r for r in material.draft.requirements if r.decided_by or r.comment]
    found.sort(key=lambda r: (not (r.comment or (r.decided_by and (r.decided_by.why or _changed(r)))), by_duty(r)))
    return [_decision(row, material) for row in found[:most]], max(len(found) - most, 0)


def _changed(row: RequirementOutcome) -> bool:
    return row.decided_by is not None and row.decided_by.proposed != row.verdict


def _short(row: RequirementOutcome, material: Material) -> list[Cell]:
    say = material.say
    place = row.evidence[0] if row.evidence and row.verdict != "not-stated" else None
    at = shorten(where(place, say), 90) if place else ""
    return [
        _named(row),
        _verdict(row, material),
        shorten(" ".join(lacking(row, 2)) or row.remedy, 170),
        shorten(guidance(row, 1), 90),
        at or "–",
    ]


def _decision(row: RequirementOutcome, material: Material) -> list[Cell]:
    by, say, last = row.decided_by, material.say, material.standing.get(row.id)
    said = " ".join(text for text in (by.why if by else "", row.comment) if text)
    who, when = (by.who, by.time) if by else (last.who, last.when) if last else ("", "")
    proposed = say(f"verdict-{by.proposed}") if by else ""
    return [
        _named(row),
        proposed,
        _verdict(row, material),
        shorten(who, 50),
        say.date(visible(when)) if when else "",
        shorten(said, 300),
    ]


def _named(row: RequirementOutcome) -> Cell:
    return [run(f"{one_line(row.id)} ", size=_SIZE, bold=True), run(shorten(row.title, 110), size=_SIZE)]


def _verdict(row: RequirementOutcome, material: Material) -> Cell:
    mark = LOOKS[row.verdict].mark
    return [run(f"{mark} {material.say(f'verdict-{row.verdict}')}", size=_SIZE)]


def _row(cells: Sequence[Cell], widths: Sequence[str], fill: str = "") -> BaseOxmlElement:
    looks = [element("w:cantSplit"), *([element("w:tblHeader")] if fill else [])]
    made = [_cell(cell, width, fill) for cell, width in zip(cells, widths, strict=True)]
    return element("w:tr", element("w:trPr", *looks), *made)


def _cell(cell: Cell, width: str, fill: str) -> BaseOxmlElement:
    runs = [run(cell, size=_SIZE)] if isinstance(cell, str) else cell
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))
    return element("w:tc", properties, paragraph(*runs, above=1.5, below=1.5))
