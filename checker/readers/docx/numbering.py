"""Numbers that Word shows before a paragraph but does not write into it: "5.2", "(a)", "iv."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.readers.docx.styles import Styles
from checker.readers.docx.wml import W, number, on, value
from checker.readers.ordinals import counted, spell
from checker.readers.safexml import Element


@dataclass(frozen=True, slots=True)
class Label:
    """``text`` is empty for bullets. ``clause`` tells a section number such as "3.1" from a list's "3."."""

    text: str
    depth: int
    clause: bool


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    legal: bool


class Numbering:
    """Counts along the document, so ``label`` must be asked once for each paragraph, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        styled: dict[str, list[tuple[str, int]]] = {}
        for abstract in root.findall(W + "abstractNum"):
            identity = abstract.get(W + "abstractNumId") or ""
            self._levels[identity] = {}
            for level in abstract.findall(W + "lvl"):
                depth = _depth(level)
                self._levels[identity][depth] = _level(level)
                style = value(level, "pStyle")
                if style:
                    styled.setdefault(identity, []).append((style, depth))
        for num in root.findall(W + "num"):
            identity = num.get(W + "numId") or ""
            self._abstract[identity] = value(num, "abstractNumId") or ""
            for override in num.findall(W + "lvlOverride"):
                start = number(override, "startOverride")
                if start is not None:
                    self._starts.setdefault(identity, {})[_depth(override)] = start
            for style, depth in styled.get(self._abstract[identity], ()):
                self._by_style.setdefault(style, (identity, depth))

    def label(self, properties: Element | None, style: str | None) -> Label | None:
        """The label of the next paragraph; None where it is in no list."""
        num, depth = value(properties, "numPr", "numId"), number(properties, "numPr", "ilvl")
        if num is None:
            num, depth = self._styles.numbering(style)
            if num is not None and style in self._by_style:
                depth = self._by_style[style][1]
        if num is None or num == "0":
            return None
        depth = min(max(depth or 0, 0), 8)
        abstract = self._abstract.get(num, "")
        level = self._levels.get(abstract, {}).get(depth)
        if level is None:
            return Label("", depth, clause=False)
        counts = self._count(abstract, num, depth)
        if level.format in ("bullet", "none"):
            return Label("", depth, clause=False)
        levels = self._levels[abstract]

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = levels.get(place, level)
            form = "decimal" if level.legal and place < depth else other.format
            return spell(counts.get(place, other.start), form)

        text = re.sub(r"%([1-9])", shown, level.text).strip()
        return Label(text, depth, clause=level.text.count("%") > 1)

    def _count(self, abstract: str, num: str, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(abstract, {})
        levels = self._levels[abstract]
        if num not in self._begun:
            self._begun.add(num)
            for place, start in self._starts.get(num, {}).items():
                counts[place] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for place in [place for place in counts if place > depth]:
            del counts[place]
        for place in range(depth):
            counts.setdefault(place, levels[place].start if place in levels else 1)
        return counts


def _depth(level: Element) -> int:
    text = level.get(W + "ilvl") or "0"
    return counted(text, 0)


def _level(level: Element) -> _Level:
    start = number(level, "start")
    return _Level(
        value(level, "numFmt") or "decimal",
        value(level, "lvlText") or "",
        1 if start is None else start,
        bool(on(level, "isLgl")),
    )
