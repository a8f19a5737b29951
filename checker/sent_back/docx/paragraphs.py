"""Paragraphs that look the same in every document: their look is their own and hangs on no style."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from checker.reports.display import visible
from checker.sent_back.looks import INK


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """``element("w:sz", val="20")``: an element with its attributes in the same namespace."""
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    for child in children:
        made.append(child)
    return made


def run(text: str, *, size: float = 10, bold: bool = False, colour: str = INK) -> BaseOxmlElement:
    """``size`` is in points."""
    half = str(round(size * 2))
    looks = [element("w:b")] if bold else [element("w:b", val="0")]
    looks += [element("w:i", val="0"), element("w:caps", val="0"), element("w:color", val=colour)]
    looks += [element("w:sz", val=half), element("w:szCs", val=half)]
    said = element("w:t")
    said.set(qn("xml:space"), "preserve")
    said.text = visible(text).replace("\n", " ").replace("\t", " ")
    return element("w:r", element("w:rPr", *looks), said)


def paragraph(
    *runs: BaseOxmlElement,
    above: float = 0,
    below: float = 3,
    indent: float = 0,
    hanging: float = 0,
    together: bool = False,
    centred: bool = False,
) -> BaseOxmlElement:
    """Spaces and indents are in points; ``together`` keeps it on the page of what follows."""
    looks = [element("w:keepNext")] if together else []
    looks += [
        element("w:keepLines"),
        element("w:pageBreakBefore", val="0"),
        element("w:numPr", element("w:ilvl", val="0"), element("w:numId", val="0")),
        element("w:spacing", before=str(round(above * 20)), after=str(round(below * 20)), line="252", lineRule="auto"),
        element("w:ind", left=str(round(indent * 20)), right="0", hanging=str(round(hanging * 20))),
        element("w:jc", val="center" if centred else "left"),
    ]
    return element("w:p", element("w:pPr", *looks), *runs)
