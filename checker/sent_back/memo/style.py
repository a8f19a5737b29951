"""An empty memo: its page, its styles, its footer."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from checker.reports.display import visible
from checker.sent_back.docx.paragraphs import element
from checker.sent_back.looks import ACCENT, INK, SOFT

FONT = "Arial"
WIDTH = 17.0
"""Centimetres between the margins of the page."""
_STYLES = {"Title": (20, ACCENT, 0, 2), "Heading 1": (13, ACCENT, 14, 4), "Heading 2": (11, INK, 8, 2)}


def empty(title: str, footer: str, language: str, generated: str) -> Document:
    """A4, one typeface, numbered pages."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.7)
    _style(document, "Normal", 9.5, INK, 0, 4)
    for name, look in _STYLES.items():
        _style(document, name, *look)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = visible(title)[:255], "guidecheck", ""
    properties.language = language
    with suppress(ValueError):
        properties.created = properties.modified = datetime.fromisoformat(generated)
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), language)
    _footer(document, footer)
    return document


def _style(document: Document, name: str, size: float, colour: str, above: float, below: float) -> None:
    style = document.styles[name]
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{key}"), None)
    for key in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{key}"), FONT)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(above), Pt(below), 1.08
    if name == "Title":
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)


def _footer(document: Document, text: str) -> None:
    section = document.sections[0]
    paragraph = section.footer.paragraphs[0]
    paragraph.style = document.styles["Normal"]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    run = paragraph.add_run(f"{visible(text)}\t")
    number = paragraph.add_run()
    for kind in ("begin", "separate", "end"):
        number._r.append(element("w:fldChar", fldCharType=kind))
        if kind == "begin":
            field = element("w:instrText")
            field.text = "PAGE"
            number._r.append(field)
        elif kind == "separate":
            number._r.append(_text("1"))
    for one in (run, number):
        one.font.size, one.font.color.rgb = Pt(8.5), RGBColor.from_string(SOFT)


def _text(said: str) -> object:
    made = element("w:t")
    made.text = said
    return made
