"""Coordinates of a page as it is read: the origin at its lower left corner, lines running to the right."""

from __future__ import annotations

from checker.readers.pdf.layout import Rule

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Frame:
    """``turn`` counts the quarter turns, against the clock, of the direction in which the text runs."""

    def __init__(self, crop: Box, turn: int) -> None:
        self._x, self._y = crop[0], crop[1]
        self._wide, self._high = crop[2] - crop[0], crop[3] - crop[1]
        self._turn = turn
        self.width, self.height = (self._high, self._wide) if turn % 2 else (self._wide, self._high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self._x, y - self._y
        if self._turn == 1:
            return y, self._wide - x
        if self._turn == 2:
            return self._wide - x, self._high - y
        if self._turn == 3:
            return self._high - y, x
        return x, y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def rule(self, rule: Rule) -> Rule:
        return Rule(*self.box(rule.left, rule.bottom, rule.right, rule.top))
