"""Recognised paragraphs to blocks: headings, list items and paragraphs, running heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from checker.readers.blocks import Block
from checker.readers.looks import Candidate, levels
from checker.readers.markers import is_caption, is_item, section_depth, strip_bullet
from checker.readers.ocr.page import PageRead, Recognised, joined

_LARGER = 1.25
_MARGIN = 0.1
"""Share of the page's height, above and below, in which running heads stand."""
_HEADING = 120
_MISREAD = re.compile(r"^[+¢«»°©®] +(?=\w)")
"""What bullets are taken for."""


def blocks_of(pages: Sequence[PageRead]) -> list[Block]:
    """In page order. A paragraph that a page end cuts is one."""
    repeated = _repeated(pages)
    paragraphs = _whole([p for page in pages for p in _without_furniture(page, repeated)])
    size = median([p.size for p in paragraphs for _ in range(p.lines)] or [1.0])
    titles = [p for p in paragraphs if _is_heading(p, size)]
    level = dict(zip(map(id, titles), levels(_candidates(titles, size)), strict=True))
    return [_block(p, level.get(id(p))) for p in paragraphs]


def _block(paragraph: Recognised, level: int | None) -> Block:
    text, page = paragraph.text, paragraph.page
    if level is not None:
        return Block(text, "heading", level=level, page=page)
    if is_caption(text):
        return Block(text, "caption", page=page)
    bare = _MISREAD.sub("", text) if _MISREAD.match(text) else strip_bullet(text)
    return Block(bare or text, "list-item" if bare is not None or is_item(text) else "paragraph", page=page)


def _is_heading(paragraph: Recognised, size: float) -> bool:
    text = paragraph.text
    if paragraph.lines > 2 or not 2 < len(text) <= _HEADING or text[-1] in ".;:," or not any(map(str.isalpha, text)):
        return False
    numbered = section_depth(text) is not None and paragraph.lines == 1
    return not is_caption(text) and (paragraph.size > _LARGER * size or (numbered and strip_bullet(text) is None))


def _candidates(titles: Sequence[Recognised], body: float) -> list[Candidate]:
    """Heights of recognised letters waver: numbered headings of one depth are taken to be of one size."""
    depths = [section_depth(p.text) for p in titles]
    usual = {d: median(p.size for p, depth in zip(titles, depths, strict=True) if depth == d) for d in {*depths}}
    sizes = [p.size if d is None else usual[d] for p, d in zip(titles, depths, strict=True)]
    return [Candidate(p.text, round(5 * size / body) * 2.0) for p, size in zip(titles, sizes, strict=True)]


def _without_furniture(page: PageRead, repeated: frozenset[str]) -> list[Recognised]:
    return [p for p in page.paragraphs if not (_at_edge(p, page) and (_key(p.text) in repeated or not _key(p.text)))]


def _repeated(pages: Sequence[PageRead]) -> frozenset[str]:
    """What stands at the edge of three pages or more."""
    heads = Counter(key for page in pages for key in {_key(p.text) for p in page.paragraphs if _at_edge(p, page)})
    return frozenset(text for text, times in heads.items() if times >= 3)


def _at_edge(paragraph: Recognised, page: PageRead) -> bool:
    low, high = _MARGIN * page.height, (1 - _MARGIN) * page.height
    return paragraph.lines <= 2 and not low <= paragraph.top <= high


def _key(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()


def _whole(paragraphs: Sequence[Recognised]) -> list[Recognised]:
    found: list[Recognised] = []
    for p in paragraphs:
        last = found[-1] if found else None
        if last and last.page == p.page - 1 and p.text[:1].islower() and last.lines > 1 and last.text[-1] not in ".:;":
            text = joined((last.text, p.text))
            found[-1] = Recognised(text, last.page, last.size, last.top, last.lines + p.lines)
        else:
            found.append(p)
    return found
