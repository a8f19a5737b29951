"""Running headers, footers and page numbers: lines at the edge of the page that come back on others."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile

from checker.readers.pdf.layout import Fragment, Page

_ZONE = 0.18
"""Share of the page's height, at its top and its foot, in which furniture stands."""
_DEEP = 4
"""Lines looked at from each edge."""
_NEAR = 8.0
"""Points by which the height of a line may differ from page to page."""
_APART = 1.45
"""White between furniture and body, in font sizes."""
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_NUMBER = re.compile(
    r"^\W*(?:page|p[aá]gina|p[aá]g\.?|p\.)?\s*\d{1,4}\s*(?:(?:/|of|de|sur)\s*\d{1,4})?\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Line:
    parts: tuple[Fragment, ...]

    @property
    def base(self) -> float:
        return self.parts[0].base

    @property
    def size(self) -> float:
        return max(part.size for part in self.parts)

    @property
    def text(self) -> str:
        return " ".join(part.text for part in sorted(self.parts, key=lambda part: part.left))

    @property
    def pattern(self) -> str:
        return _DIGITS.sub("#", self.text)


def drop_furniture(pages: list[Page]) -> None:
    """Removes it from the pages."""
    seen: defaultdict[tuple[int, str], list[tuple[int, float]]] = defaultdict(list)
    for page in pages:
        for edge in (1, -1):
            for line in _edge(page, edge):
                seen[edge, line.pattern].append((page.number, line.base))
    wanted = 3 if len(pages) > 4 else 2

    def is_furniture(page: Page, edge: int, line: _Line) -> bool:
        fellows = {number for number, base in seen[edge, line.pattern] if abs(base - line.base) < _NEAR}
        if len(fellows) >= wanted:
            return True
        return _NUMBER.match(line.text) is not None and re.search(rf"\b{page.number}\b", line.text) is not None

    for page in pages:
        for edge in (1, -1):
            lines = list(takewhile(lambda line: is_furniture(page, edge, line), _edge(page, edge)))  # noqa: B023
            while lines and not _apart(page, edge, lines):
                lines.pop()
            gone = {id(part) for line in lines for part in line.parts}
            page.fragments = [fragment for fragment in page.fragments if id(fragment) not in gone]


def _edge(page: Page, edge: int) -> list[_Line]:
    """The outermost lines at the top (1) or the foot (-1), outermost first."""
    zone = [f for f in page.fragments if (page.height - f.base if edge > 0 else f.base) < _ZONE * page.height]
    lines: list[list[Fragment]] = []
    for fragment in sorted(zone, key=lambda f: -edge * f.base):
        if lines and abs(lines[-1][0].base - fragment.base) < 0.5 * fragment.size:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return [_Line(tuple(line)) for line in lines[:_DEEP]]


def _apart(page: Page, edge: int, lines: list[_Line]) -> bool:
    """Whether white space stands between the innermost of the lines and the body."""
    inner = lines[-1]
    distances = (edge * (inner.base - fragment.base) for fragment in page.fragments)
    nearest = min((distance for distance in distances if distance > 2), default=None)
    return nearest is None or nearest > _APART * inner.size
