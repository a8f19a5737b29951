"""What OpenDocument styles say: page breaks, the kind of a paragraph, and the numbers of list items."""

from __future__ import annotations

from dataclasses import dataclass

from checker.readers.ordinals import counted, spell
from checker.readers.safexml import Element, local

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; empty where it is missing."""
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """``format`` is empty for bullets; ``shown`` counts how many levels of numbers are shown."""

    format: str
    prefix: str
    suffix: str
    start: int
    shown: int


class Styles:
    def __init__(self, roots: list[Element]) -> None:
        self._breaks: set[str] = set()
        self._parents: dict[str, str] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        for root in roots:
            for element in root.iter():
                tag = local(element)
                if tag == "style":
                    self._add(element)
                elif tag in ("list-style", "outline-style"):
                    name = attribute(element, "name") if tag == "list-style" else "Outline"
                    self._lists[name] = dict(_level(child) for child in element if "list-level-style" in local(child))

    def _add(self, style: Element) -> None:
        name = attribute(style, "name")
        self._parents[name] = attribute(style, "parent-style-name")
        if attribute(style, "master-page-name") or any(attribute(child, "break-before") == "page" for child in style):
            self._breaks.add(name)

    def breaks(self, style: str) -> bool:
        """Whether a paragraph of the style starts a new page."""
        return style in self._breaks

    def named(self, style: str) -> str:
        """The style that the user sees: automatic styles lead to the one they vary."""
        parent = self._parents.get(style, "")
        return parent if style[:1] == "P" and style[1:].isdigit() and parent else style

    def label(self, style: str, counts: list[int]) -> str:
        """The number of an item: ``counts`` holds the place of the item, and of those it stands in, from 1."""
        level = self._lists.get(style, {}).get(len(counts))
        if level is None or not level.format:
            return ""
        first = max(len(counts) - max(level.shown, 1), 0)
        formats = [self._lists[style].get(place + 1, level).format or "decimal" for place in range(len(counts))]
        numbers = [spell(count, format) for count, format in zip(counts, formats, strict=True)][first:]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()

    def start(self, style: str, depth: int) -> int:
        level = self._lists.get(style, {}).get(depth)
        return level.start if level else 1


def _level(element: Element) -> tuple[int, ListLevel]:
    def count(name: str, default: int) -> int:
        return counted(attribute(element, name), default)

    format = _FORMATS.get(attribute(element, "num-format"), "")
    prefix, suffix = attribute(element, "num-prefix"), attribute(element, "num-suffix")
    return count("level", 1), ListLevel(format, prefix, suffix, count("start-value", 1), count("display-levels", 1))
