"""Boxes, lines of text and arrows with their places, in the units of an SVG drawing."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

LINE = 17
"""Height of a line of text."""
_WIDE = 7.0
"""About the width of a letter."""


@dataclass(frozen=True, slots=True)
class Words:
    x: float
    y: float
    text: str
    style: str = ""
    href: str = ""
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass(frozen=True, slots=True)
class Arrow:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """``said`` are the same facts as sentences, for whoever does not see the drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    words: tuple[Words, ...]
    said: tuple[str, ...]


def wrapped(text: str, width: float, lines: int = 2) -> list[str]:
    """The text in lines that fit a width, the last one cut where there is more."""
    return textwrap.wrap(text, max(6, int(width / _WIDE)), max_lines=lines, placeholder=" …") or [""]
