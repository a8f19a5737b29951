"""The body of a Word document, walked in order."""

from __future__ import annotations

from dataclasses import dataclass

from checker.readers.blocks import Block, row_text
from checker.readers.docx.kinds import block_of
from checker.readers.docx.package import Package
from checker.readers.docx.runs import Line, Look, alternative, line
from checker.readers.docx.tables import Row, Table, content, table
from checker.readers.docx.wml import MC, W, value
from checker.readers.safexml import Element

_CONTENTS = ("table of contents", "tables of contents", "tables of figures")
_WRAPPERS = frozenset(W + tag for tag in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
ADDED = "guidecheck"
"""The tag of a content control that holds what we put into a draft that was sent back."""
_SENTENCES = {
    "deleted": "Tracked deletions are left out ({}).",
    "inserted": "Tracked insertions are read as accepted ({}).",
    "hidden": "Hidden text is left out (places: {}).",
    "contents": "The table of contents is left out.",
    "chunks": "Embedded documents are not read ({}).",
    "added": "The pages that guidecheck put in front are left out.",
}


@dataclass(slots=True)
class Found:
    """A block with the look it has, for documents that style their headings by hand. ``size`` is in half points.

    ``source`` is the paragraph it stands in, for a table row the first with text, for a footnote the one that calls it.
    """

    block: Block
    source: Element
    bold: bool = False
    size: int = 0


class Body:
    """Collects blocks. ``page`` counts the page breaks that Word noted when it last laid the document out."""

    def __init__(self, package: Package) -> None:
        self.found: list[Found] = []
        self.page = 1
        self.paged = next(package.document.iter(W + "lastRenderedPageBreak"), None) is not None
        self._package = package
        self._counts = dict.fromkeys(_SENTENCES, 0)
        self._joined = ""
        self._hidden = package.styles.hidden()

    def walk(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child)
            elif tag == W + "tbl":
                self._table(table(child))
            elif tag == W + "sdt":
                self._control(child)
            elif tag in (W + "del", W + "moveFrom"):
                self._counts["deleted"] += 1
            elif tag == W + "altChunk":
                self._counts["chunks"] += 1
            elif tag == MC + "AlternateContent":
                self.walk(alternative(child))
            elif tag in _WRAPPERS:
                self.walk(child)

    def notes(self) -> list[str]:
        """A sentence for each thing that was left out or taken as accepted."""
        notes = [text.format(self._counts[key]) for key, text in _SENTENCES.items() if self._counts[key]]
        comments = self._package.comments
        return notes + ([f"Comments in the margin are not read ({comments})."] if comments else [])

    def _add(self, block: Block, page: int, source: Element, look: Line | None = None) -> None:
        block.page = page if self.paged else None
        self.found.append(Found(block, source, look.bold, look.size) if look else Found(block, source))

    def _control(self, control: Element) -> None:
        gallery = value(control, "sdtPr", "docPartObj", "docPartGallery") or ""
        inner = control.find(W + "sdtContent")
        if value(control, "sdtPr", "tag") == ADDED:
            self._counts["added"] += 1
        elif gallery.lower() in _CONTENTS:
            self._counts["contents"] += 1
        elif inner is not None:
            self.walk(inner)

    def _line(self, paragraph: Element, style: str | None) -> Line:
        styles = self._package.styles
        look = Look(styles.toggle(style, "b"), styles.size(style), style in self._hidden, self._hidden)
        found = line(paragraph, look)
        for key in ("deleted", "inserted", "hidden"):
            self._counts[key] += getattr(found, key)
        return found

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(W + "pPr")
        style = value(properties, "pStyle")
        if self._package.styles.is_contents(style):
            self._counts["contents"] += 1
            return
        found = self._line(paragraph, style)
        page = self.page + (found.rendered if found.rendered_first else 0)
        self.page += found.rendered
        text, self._joined = self._joined + found.text, ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._joined = text  # the paragraph mark is deleted: the next paragraph goes on here
        elif text.strip():
            block = block_of(text, properties, style, self._package)
            if block is None:
                self._counts["contents"] += 1
            else:
                self._add(block, page, paragraph, found)
        for box in found.boxes:
            self.walk(box)
        self._footnotes(found.notes, paragraph)

    def _footnotes(self, calls: list[tuple[str, str]], source: Element) -> None:
        for kind, identity in calls:
            note = self._package.note(kind, identity)
            if note is not None:
                text = " ".join(self._line(paragraph, None).text for paragraph in note.iter(W + "p"))
                self._add(Block(text, "footnote"), self.page, source)

    def _table(self, grid: Table) -> None:
        """Rows in order; a cell's own tables follow its row. A table of one column is a frame, not a table."""
        header = ""
        for row in grid.rows:
            if row.deleted:
                self._counts["deleted"] += 1
            elif grid.columns < 2:
                for cell in row.cells:
                    self.walk(cell)
            else:
                header = self._row(grid, row, header)

    def _row(self, grid: Table, row: Row, header: str) -> str:
        """Adds the row and gives the header that the rows below it have."""
        parts = [[part for part in content(cell) if part.tag == W + "p"] for cell in row.cells]
        cells = [[self._cell_line(part) for part in cell] for cell in parts]
        flat = [found for cell in cells for found in cell]
        sources = [part for cell in parts for part in cell]
        text = row_text(" ".join(found.text for found in cell) for cell in cells)
        is_header = grid.is_header(row, bold=all(found.bold for found in flat if found.text.strip()))
        page = self.page
        if flat and flat[0].rendered_first:
            page += flat[0].rendered
        self.page += max((sum(found.rendered for found in cell) for cell in cells), default=0)
        if text:
            source = next(part for part, found in zip(sources, flat, strict=True) if found.text.strip())
            self._add(Block(text, "table-row", lead="" if is_header else header), page, source)
        for cell in row.cells:
            for part in content(cell):
                if part.tag == W + "tbl":
                    self._table(table(part))
        for source, found in zip(sources, flat, strict=True):
            for box in found.boxes:
                self.walk(box)
            self._footnotes(found.notes, source)
        return text if is_header and text else header

    def _cell_line(self, paragraph: Element) -> Line:
        properties = paragraph.find(W + "pPr")
        style = value(properties, "pStyle")
        found = self._line(paragraph, style)
        label = self._package.numbering.label(properties, style)
        if label and label.text and found.text.strip():
            found.text = f"{label.text} {found.text}"
        return found
