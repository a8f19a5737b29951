"""Recognised pages put among the pages of a document that had text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.readers.blocks import GAP, Block, Reading, assemble
from checker.readers.document import Document, Passage


def with_pages(document: Document, blocks: Sequence[Block]) -> Document:
    """In page order. Recognised text without a heading of its own stands under the headings before it."""
    new = list(assemble(Reading(list(blocks)), path="", sha256="", format="").passages)
    order: list[Passage] = []
    for passage in document.passages:
        while new and (passage.page or 1) > (new[0].page or 1):
            order.append(_under(order, new.pop(0), document))
        order.append(passage)
    for passage in new:
        order.append(_under(order, passage, document))
    placed: list[Passage] = []
    offset = 0
    for number, passage in enumerate(order):
        end = offset + len(passage.text)
        placed.append(replace(passage, block=number, start=offset, end=end))
        offset = end + len(GAP)
    return replace(document, passages=tuple(placed), text=GAP.join(p.text for p in placed))


def _under(before: Sequence[Passage], passage: Passage, document: Document) -> Passage:
    if passage.heading or passage.kind == "heading" or not before:
        return passage
    last = before[-1]
    is_title = last is document.passages[0] if document.passages else False
    own = (last.text,) if last.kind == "heading" and not is_title else ()
    return replace(passage, heading=(*last.heading, *own))
