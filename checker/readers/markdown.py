"""Markdown: CommonMark with tables, and footnotes as most tools write them."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.readers import html
from checker.readers.blocks import Block, Reading, row_text
from checker.readers.encoding import decode
from checker.readers.markers import is_caption

_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_DEFINITION = re.compile(r"^\[\^[^\]\s]{1,40}\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*|(?![ \t]*$|\[\^).+))*)", re.MULTILINE)
_CALL = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")


def read(data: bytes, name: str) -> Reading:
    """Never fails: any text is Markdown. Footnotes come at the end, as they are shown."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    text = _FRONT.sub("", text, count=1)
    notes = [match[1] for match in _DEFINITION.finditer(text)]
    text = _CALL.sub("", _DEFINITION.sub("", text))
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table")
    blocks = _blocks(parser.parse(text))
    for note in notes:
        inline = parser.parseInline(" ".join(note.split()))
        blocks.append(Block("".join(_inline(token) for token in inline), "footnote"))
    return Reading(blocks)


def _blocks(tokens: list[Token]) -> list[Block]:
    blocks: list[Block] = []
    lists = _Lists()
    level, header = 0, ""
    row: list[str] = []
    in_head = False
    for token in tokens:
        lists.follow(token)
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            text = row_text(row)
            blocks.append(Block(text, "table-row", lead="" if in_head else header))
            header = text if in_head else header
        elif token.type in ("th_open", "td_open"):
            row.append("")
        elif token.type == "inline" and token.level and row and lists.in_row:
            row[-1] += _inline(token)
        elif token.type == "inline":
            blocks.append(lists.block(_inline(token), level))
        elif token.type in ("fence", "code_block"):
            blocks.append(lists.block(token.content, 0))
        elif token.type == "html_block":
            blocks += html.blocks_of(token.content)
    return blocks


class _Lists:
    """Follows the tokens and knows whether a text opens a list item."""

    def __init__(self) -> None:
        self.in_row = False
        self._lists: list[bool] = []
        self._opens = False
        self._label = ""

    def follow(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(kind == "ordered_list_open")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._opens = True
            self._label = f"{token.info}{token.markup} " if self._lists[-1] else ""
        elif kind == "list_item_close":
            self._opens = False
        elif kind in ("tr_open", "tr_close"):
            self.in_row = kind == "tr_open"

    def block(self, text: str, level: int) -> Block:
        if level:
            return Block(text, "heading", level=level)
        if self._lists:
            label, self._label = (self._label if self._opens else ""), ""
            self._opens = False
            return Block(label + text, "list-item", depth=len(self._lists) - 1)
        return Block(text, "caption" if is_caption(text) else "paragraph")


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)
