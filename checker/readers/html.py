"""HTML: the main content of a saved page. Nothing it links to is fetched, and no script runs."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from checker.readers.blocks import Block, Reading, row_text
from checker.readers.encoding import decode
from checker.readers.html_marks import Counter, counter_of, is_call, is_hidden, is_note
from checker.readers.markers import is_caption

_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select", "svg",
    "math", "iframe", "object", "embed", "video", "audio", "canvas", "head", "dialog", "menu",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset((
    "p", "div", "section", "article", "main", "body", "html", "blockquote", "pre", "address", "figure", "figcaption",
    "dl", "dt", "dd", "details", "summary", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tfoot", "tr", "td",
    "th", "hr", "center", "fieldset",
))  # fmt: skip
_MAIN = ("main", "[role=main]", "article")


def read(data: bytes, name: str) -> Reading:
    """Never fails: the parser makes something of any text."""
    return Reading(blocks_of(decode(data, html=True), whole_page=True))


def blocks_of(markup: str, *, whole_page: bool = False) -> list[Block]:
    """Blocks of a page's main part, or of a piece of HTML as it stands."""
    tree = LexborHTMLParser(markup)
    root = tree.body
    if root is None:
        return []
    if whole_page:
        for selector in _MAIN:
            found = tree.css(selector)
            if len(found) == 1 and 2 * len(found[0].text() or "") > len(root.text() or ""):
                root = found[0]
                break
    walk = _Walk()
    walk.through(root)
    return walk.blocks


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    head: bool = True


class _Walk:
    """Goes through the tree without recursion, since pages may be nested without bound."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._lists: list[Counter | None] = []
        self._in_note = 0
        self._label = ""
        self._rows: list[_Row] = []
        self._headers: list[str] = []
        self._opens_item = False

    def through(self, root: LexborNode) -> None:
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._leave(tag)
                self._in_note -= is_note(node)
                continue
            if tag == "-text":
                self._text.append(node.text(deep=False) or "")
                continue
            if node is not root and (tag in _SKIPPED or is_hidden(node) or is_call(node)):
                continue
            self._enter(tag, node)
            stack.append((node, True))
            children: list[LexborNode] = []
            child = node.first_child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend((child, False) for child in reversed(children))
        self._flush()

    def _enter(self, tag: str, node: LexborNode) -> None:
        if tag in _BLOCKS and tag not in ("td", "th"):
            self._flush()
        self._in_note += is_note(node)
        if tag in ("ul", "ol"):
            self._lists.append(counter_of(node) if tag == "ol" else None)
        elif tag == "li":
            self._opens_item = True
            counter = self._lists[-1] if self._lists else None
            if counter is not None:
                self._label = counter.next()
        elif tag == "table":
            self._headers.append("")
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in ("td", "th") and self._rows:
            self._flush()
            self._rows[-1].cells.append("")
            self._rows[-1].head = self._rows[-1].head and tag == "th"
        elif tag == "br":
            self._text.append(" ")

    def _leave(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush(tag)
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._label, self._opens_item = "", False
        elif tag == "tr" and self._rows:
            self._row(self._rows.pop())
        elif tag == "table" and self._headers:
            self._headers.pop()

    def _row(self, row: _Row) -> None:
        text = row_text(row.cells)
        header = self._headers[-1] if self._headers else ""
        if self._rows and self._rows[-1].cells:  # a table in a cell: its text belongs to the cell
            self._rows[-1].cells[-1] += " " + text
        elif len(row.cells) == 1 and text:
            self.blocks.append(Block(text))
        elif text:
            is_head = row.head and not header
            self.blocks.append(Block(text, "table-row", lead="" if is_head else header))
            if is_head and self._headers:
                self._headers[-1] = text

    def _flush(self, tag: str = "") -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if not text:
            return
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1] += " " + text
        elif tag in _HEADINGS:
            self.blocks.append(Block(text, "heading", level=int(tag[1])))
        elif self._in_note:
            self.blocks.append(Block(text, "footnote"))
        elif tag in ("caption", "figcaption") or is_caption(text):
            self.blocks.append(Block(text, "caption"))
        elif self._lists or tag == "li":
            label, self._label = (self._label if self._opens_item else ""), ""
            self._opens_item = False
            self.blocks.append(Block(label + text, "list-item", depth=max(len(self._lists) - 1, 0)))
        else:
            self.blocks.append(Block(text))
