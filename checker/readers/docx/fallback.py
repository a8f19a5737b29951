"""Headings of documents that use no heading styles: short bold lines, numbered or in larger type."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.readers.blocks import Block
from checker.readers.looks import Candidate, levels
from checker.readers.markers import is_caption, section_depth

if TYPE_CHECKING:
    from checker.readers.docx.body import Found

_SHORT = 120
"""Characters a heading may have."""


def headings_by_look(found: list[Found]) -> list[Block]:
    """The blocks; where fewer than two have a heading style, those that look like headings become so."""
    blocks = [one.block for one in found]
    if sum(block.kind == "heading" and block.level > 0 for block in blocks) >= 2:
        return blocks
    sizes: Counter[int] = Counter()
    for one in found:
        if one.block.kind == "paragraph":
            sizes[one.size] += len(one.block.text)
    body = sizes.most_common(1)[0][0] if sizes else 0
    chosen = [one for one in found if _looks(one, body)]
    if 4 * len(chosen) > 3 * len(blocks):  # everything is bold: nothing stands out
        return blocks
    found_levels = levels([Candidate(one.block.text, one.size) for one in chosen])
    for one, level in zip(chosen, found_levels, strict=True):
        one.block.kind, one.block.level = "heading", level
    return blocks


def _looks(one: Found, body: int) -> bool:
    text = one.block.text.strip()
    if one.block.kind not in ("paragraph", "list-item") or not 2 < len(text) <= _SHORT or is_caption(text):
        return False
    if text.endswith((";", ",", ":")) or (text.endswith(".") and section_depth(text) is None):
        return False
    if one.block.kind == "list-item" and section_depth(text) is None:
        return False
    large = one.size > body * 1.1
    return one.bold or large or (text.isupper() and len(text.split()) > 1)
