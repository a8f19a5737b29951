"""What a paragraph of a Word document is: heading, caption, list item or plain paragraph."""

from __future__ import annotations

from checker.readers.blocks import Block
from checker.readers.docx.package import Package
from checker.readers.docx.wml import number
from checker.readers.markers import is_caption, is_contents_entry, is_item, strip_bullet
from checker.readers.safexml import Element

_LONG_HEADING = 250
"""Characters from which a paragraph in a heading style is taken for a paragraph."""


def block_of(text: str, properties: Element | None, style: str | None, package: Package) -> Block | None:
    """The block of a paragraph with text, its number before it; None for an entry of a table of contents."""
    styles = package.styles
    outline = number(properties, "outlineLvl")
    level = styles.level(style) if outline is None else (outline + 1 if 0 <= outline < 9 else None)
    label = package.numbering.label(properties, style)
    text = text.strip()
    shown = f"{label.text} {text}" if label and label.text else text
    if level is not None and len(text) <= _LONG_HEADING:
        return Block(shown, "heading", level=level)
    if is_contents_entry(text):
        return None
    if styles.is_caption(style) or is_caption(text):
        return Block(shown, "caption")
    if label is not None:
        return Block(shown) if label.clause else Block(shown, "list-item", depth=label.depth)
    bare = strip_bullet(text)
    if bare is not None or is_item(text) or styles.is_bulleted(style):
        return Block(bare or text, "list-item")
    return Block(text)
