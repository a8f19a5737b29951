"""Plain text: paragraphs by blank lines, headings and lists by how they look."""

from __future__ import annotations

import re

from checker.readers.blocks import Block, Reading
from checker.readers.encoding import decode
from checker.readers.looks import Candidate, levels
from checker.readers.markers import is_caption, is_contents_entry, is_item, section_depth, strip_bullet

_RULE = re.compile(r"^\s*[=\-_*~#]{3,}\s*$")
_WRAPPED = 100
"""Characters that no line of a text exceeds which was wrapped by hand or by an editor."""


def read(data: bytes, name: str) -> Reading:
    """Never fails: any text is a text."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    lines = text.expandtabs(4).split("\n")
    wrapped = max((len(line.rstrip()) for line in lines), default=0) <= _WRAPPED
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        blocks += _blocks(chunk, wrapped=wrapped)
    headings = [block for block in blocks if block.kind == "heading"]
    candidates = [Candidate(block.text, 1.0 if block.level == 1 else 0.0) for block in headings]
    for block, level in zip(headings, levels(candidates), strict=True):
        block.level = level
    if headings and headings[0] is blocks[0] and section_depth(headings[0].text) is None:
        rest = headings[1:]
        if rest and all(section_depth(block.text) is not None for block in rest):
            headings[0].level = 0  # the only heading without a number, and first of all: the title
    return Reading(blocks)


def _chunks(lines: list[str]) -> list[list[str]]:
    """Groups of lines between blank lines."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _blocks(chunk: list[str], *, wrapped: bool) -> list[Block]:
    if len(chunk) == 2 and _RULE.match(chunk[1]) and not _RULE.match(chunk[0]):
        return [Block(chunk[0].strip(), "heading", level=1)]
    lines = [line for line in chunk if not _RULE.match(line)]
    if len(lines) == 1 and is_heading(lines[0].strip()):
        return [Block(lines[0].strip(), "heading", level=2)]
    blocks: list[Block] = []
    for line in lines:
        text = line.strip()
        if is_contents_entry(text):
            continue
        bare = strip_bullet(text)
        if bare is not None or is_item(text):
            indent = len(line) - len(line.lstrip())
            blocks.append(Block(bare or text, "list-item", depth=min(indent // 4, 5)))
        elif blocks and wrapped:
            blocks[-1].text += " " + text
        else:
            blocks.append(Block(text, "caption" if is_caption(text) else "paragraph"))
    return blocks


def is_heading(text: str) -> bool:
    """A short line on its own, numbered or in capitals, that does not end as a sentence does."""
    if not 2 < len(text) <= 100 or text.endswith((".", ";", ",", ":")) or not any(c.isalpha() for c in text):
        return False
    return section_depth(text) is not None or (text.isupper() and len(text) > 4)
