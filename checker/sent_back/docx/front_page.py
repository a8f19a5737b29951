"""The page in front of a commented draft, in a content control, so that it can be told from the draft and taken out."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from checker.readers.docx.body import ADDED
from checker.sent_back.docx.paragraphs import element, paragraph, run
from checker.sent_back.front import Front
from checker.sent_back.looks import ACCENT, SOFT
from checker.sent_back.words import Line

_BAR = {"val": "single", "sz": "24", "space": "0", "color": ACCENT}
_SMALL = 8.5


def front_page(front: Front) -> BaseOxmlElement:
    """A w:sdt that ends with a page break."""
    properties = element("w:sdtPr", element("w:alias", val=front.heading[:60]), element("w:tag", val=ADDED))
    end = element("w:p", element("w:r", element("w:br", type="page")))
    # LibreOffice drops the look of the first run of a content control: let that be an empty one.
    return element("w:sdt", properties, element("w:sdtContent", paragraph(run("", size=1), below=0), _box(front), end))


def _box(front: Front) -> BaseOxmlElement:
    """A table of one column with a bar on its left: a row a group of lines that stay together."""
    look = element(
        "w:tblPr",
        element("w:tblW", w="5000", type="pct"),
        element("w:tblBorders", element("w:left", **_BAR)),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", element("w:left", w="200", type="dxa"), element("w:right", w="0", type="dxa")),
    )
    rows = [_row(parts) for parts in _parts(front)]
    return element("w:tbl", look, element("w:tblGrid", element("w:gridCol", w="9000")), *rows)


def _row(parts: list[BaseOxmlElement]) -> BaseOxmlElement:
    cell = element("w:tc", element("w:tcPr", element("w:tcW", w="5000", type="pct")), *parts)
    return element("w:tr", element("w:trPr", element("w:cantSplit")), cell)


def _parts(front: Front) -> Iterator[list[BaseOxmlElement]]:
    heading = paragraph(run(front.heading, size=16, bold=True, colour=ACCENT), below=6)
    yield [heading, *(paragraph(run(text, size=9.5, colour=SOFT)) for text in front.about)]
    title: list[BaseOxmlElement] = [
        paragraph(run(front.missing_heading, size=12.5, bold=True, colour=ACCENT), above=10, below=4, together=True)
    ]
    for group in front.groups:
        head = paragraph(run(group.label, size=10.5, bold=True), above=6, together=True)
        for place, (name, lines) in enumerate(group.items):
            item = [_item(name, lines)]
            yield [*title, head, *item] if place == 0 else item
            title = []
    if title:
        yield title
    if front.rest:
        yield [paragraph(run(front.rest, size=9.5, bold=True), above=6, below=4)]
    for where, lines in front.elsewhere:
        yield [paragraph(run(where, bold=True), above=6), *(_text(line) for line in lines)]


def _item(name: str, lines: tuple[Line, ...]) -> BaseOxmlElement:
    runs = [run(f"▢ {name}  ", size=10)]
    for line in lines:
        runs += _runs(line)
    return paragraph(*runs, below=3, indent=14, hanging=14)


def _text(line: Line) -> BaseOxmlElement:
    return paragraph(*_runs(line), below=2)


def _runs(line: Line) -> list[BaseOxmlElement]:
    head = [run(f"{line.head} ", size=_SMALL, bold=True, colour=SOFT)] if line.head else []
    return [*head, run(f"{line.text}  ", size=_SMALL, colour=SOFT)]
