"""What the attributes of an HTML element tell: hidden, a footnote or a call of one, how its items are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from checker.readers.ordinals import counted, spell

_CALL = re.compile(r"^#(?:_?ftn|fn|sdfootnote|_?edn|footnote|note)", re.IGNORECASE)
_NOTE = re.compile(r"^(?:_?ftn|fn|sdfootnote|_?edn|footnote)[-:]?\d+$", re.IGNORECASE)
_LETTERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class Counter:
    """Numbers the items of an ordered list."""

    count: int
    format: str

    def next(self) -> str:
        self.count += 1
        return spell(self.count, self.format) + ". "


def counter_of(node: LexborNode) -> Counter:
    start = node.attributes.get("start") or "1"
    return Counter(counted(start, 1) - 1, _LETTERS.get(node.attributes.get("type") or "", "decimal"))


def is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or attributes.get("role") == "navigation" or "display:none" in style or "visibility:hidden" in style


def is_call(node: LexborNode) -> bool:
    """Whether a link is only the number of a footnote, or leads back from one."""
    if node.tag != "a":
        return False
    target = node.attributes.get("href") or ""
    text = (node.text() or "").strip(" []()↩︎^")
    return _CALL.match(target) is not None and (not text or text.isdigit() or text in "*†‡")


def is_note(node: LexborNode) -> bool:
    return node.tag in ("div", "li", "p", "aside") and _NOTE.match(node.attributes.get("id") or "") is not None
