"""The body of an OpenDocument text, walked in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.readers.blocks import Block, row_text
from checker.readers.markers import is_caption, is_contents_entry, is_item, strip_bullet
from checker.readers.odt.styles import Styles, attribute
from checker.readers.ordinals import counted
from checker.readers.safexml import Element, local

_CONTENTS = frozenset(("table-of-content", "alphabetical-index", "illustration-index", "table-index"))
_SKIPPED = frozenset(
    (
        "tracked-changes",
        "annotation",
        "annotation-end",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "desc",
        "title",
        "note-citation",
        "ruby-text",
    )
)
_MAX_LEVEL = 9


@dataclass(slots=True)
class _Item:
    """Where a paragraph stands in lists: the style of the outermost, and the place of each item, from 1."""

    style: str = ""
    counts: list[int] = field(default_factory=list)
    fresh: bool = False


class Walk:
    """``page`` counts page breaks: those that the writing program noted, and those that styles force."""

    def __init__(self, styles: Styles, *, paged: bool) -> None:
        self.blocks: list[Block] = []
        self.page = 1
        self.paged = paged
        self.contents = 0
        self._styles = styles
        self._boxes: list[Element] = []
        self._notes: list[str] = []
        self._ended: dict[str, int] = {}

    def through(self, parent: Element, item: _Item | None = None) -> None:
        for child in parent:
            self._one(child, item or _Item())

    def _one(self, child: Element, item: _Item) -> None:
        tag = local(child)
        if tag in ("p", "h"):
            self._paragraph(child, tag, item)
        elif tag == "list":
            self._list(child, item)
        elif tag == "table":
            self._table(child)
        elif tag == "soft-page-break":
            self.page += 1
        elif tag in _CONTENTS:
            self.contents += 1
        elif tag not in _SKIPPED:
            self.through(child, item)

    def _list(self, element: Element, outer: _Item) -> None:
        style = attribute(element, "style-name") or outer.style
        depth = len(outer.counts) + 1
        key = f"{style} {depth}"
        continued = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
        place = self._ended.get(key, 0) if continued else self._styles.start(style, depth) - 1
        for child in element:
            if local(child) == "list-header":
                self.through(child, _Item(style, [*outer.counts, place]))
            elif local(child) == "list-item":
                place += 1
                self.through(child, _Item(style, [*outer.counts, place], fresh=True))
        self._ended[key] = place

    def _add(self, block: Block, page: int) -> None:
        block.page = page if self.paged else None
        self.blocks.append(block)

    def _paragraph(self, element: Element, tag: str, item: _Item) -> None:
        style = attribute(element, "style-name")
        if self._styles.breaks(style) and self.blocks:
            self.page += 1
        page = self.page
        text = self._text(element).strip()
        label = self._styles.label(item.style, item.counts) if item.fresh and text else ""
        if tag == "h":
            level = attribute(element, "outline-level")
            number = min(counted(level, 1), _MAX_LEVEL)
            self._add(Block(f"{label} {text}", "heading", level=number), page)
        elif self._styles.named(style) in ("Title", "Subtitle"):
            self._add(Block(text, "heading"), page)
        elif item.counts:
            self._add(Block(f"{label} {text}", "list-item", depth=len(item.counts) - 1), page)
        elif is_contents_entry(text):
            self.contents += 1
        else:
            bare = strip_bullet(text)
            if bare is not None or is_item(text):
                self._add(Block(bare or text, "list-item"), page)
            else:
                self._add(Block(text, "caption" if is_caption(text) else "paragraph"), page)
        if text:
            item.fresh = False
        self._hanging()

    def _hanging(self) -> None:
        """What hung on the last paragraph or row: text boxes and inner tables, then footnotes."""
        boxes, self._boxes = self._boxes, []
        notes, self._notes = self._notes, []
        for box in boxes:
            self._one(box, _Item())
        for note in notes:
            self._add(Block(note, "footnote"), self.page)

    def _text(self, element: Element) -> str:
        parts = [element.text or ""]
        for child in element:
            tag = local(child)
            if tag in ("s", "tab", "line-break"):
                parts.append(" ")
            elif tag == "soft-page-break":
                self.page += 1
            elif tag == "note":
                bodies = [part for part in child if local(part) == "note-body"]
                self._notes += [" ".join(self._text(block) for block in body) for body in bodies]
            elif tag == "text-box":
                self._boxes.append(child)
            elif tag and tag not in _SKIPPED:
                parts.append(self._text(child))
            parts.append(child.tail or "")
        return "".join(parts)

    def _table(self, element: Element) -> None:
        """One passage a row; a row of one cell is a frame around what stands in it."""
        rows = _rows(element, flagged=False)
        flags = any(flagged for _, flagged in rows)
        header = ""
        for index, (row, flagged) in enumerate(rows):
            cells = [cell for cell in row if local(cell) in ("table-cell", "covered-table-cell")]
            if len(cells) == 1:
                self.through(cells[0])
                continue
            page = self.page
            text = row_text(" ".join(self._cell(cell)) for cell in cells)
            is_header = flagged if flags else index == 0 and len(rows) > 1 and len(cells) > 2
            if text:
                self._add(Block(text, "table-row", lead="" if is_header else header), page)
                header = text if is_header else header
            self._hanging()

    def _cell(self, cell: Element) -> list[str]:
        """The texts of a cell's paragraphs and lists; a table in it follows the row."""
        texts: list[str] = []
        for child in cell:
            tag = local(child)
            if tag in ("p", "h"):
                texts.append(self._text(child))
            elif tag == "table":
                self._boxes.append(child)
            elif tag and tag not in _SKIPPED:
                texts += self._cell(child)
        return texts


def _rows(element: Element, *, flagged: bool) -> list[tuple[Element, bool]]:
    """The rows of a table, each with whether it is marked as header."""
    found: list[tuple[Element, bool]] = []
    for child in element:
        tag = local(child)
        if tag == "table-row":
            found.append((child, flagged))
        elif tag in ("table-header-rows", "table-rows", "table-row-group"):
            found += _rows(child, flagged=flagged or tag == "table-header-rows")
    return found
