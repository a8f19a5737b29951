"""Runs of lines downwards, and the runs that stand side by side: what tables and columns are made of."""

from __future__ import annotations

from collections.abc import Sequence

from checker.readers.pdf.layout import Fragment, Rule

_LOOSE = 2.2
"""Widest step from line to line inside a cell or paragraph, in font sizes."""

Cell = list[Fragment]
Row = list[Cell]
Span = tuple[float, float]
"""The left and right end of something, in points."""


def rows_of(fragments: Sequence[Fragment], rules: Sequence[Rule]) -> list[Row]:
    """The page's fragments in order, as rows of one or more runs."""
    return _rows(_runs(fragments, [rule for rule in rules if rule.horizontal]))


def span(cell: Cell) -> Span:
    return min(f.left for f in cell), max(f.right for f in cell)


def _runs(fragments: Sequence[Fragment], flat: Sequence[Rule]) -> list[Cell]:
    """Fragments that follow one another downwards in one column."""
    runs: list[Cell] = []
    for fragment in fragments:
        if runs and _below(runs[-1], fragment) and not _ruled(runs[-1][-1], fragment, flat):
            runs[-1].append(fragment)
        else:
            runs.append([fragment])
    return runs


def _below(run: Cell, fragment: Fragment) -> bool:
    last = run[-1]
    step = last.base - fragment.base
    if not 0.5 * fragment.size < step < _LOOSE * max(fragment.size, last.size):
        return False
    left, right = span(run)
    overlap = min(right, fragment.right) - max(left, fragment.left)
    width, own = right - left, fragment.right - fragment.left
    if overlap < 0.5 * min(width, own):
        return False
    if fragment.left > left - fragment.size:
        return True
    centred = abs((fragment.left + fragment.right) - (left + right)) < 2 * fragment.size
    return own < 1.8 * width and (centred or abs(fragment.right - right) < 3)


def _ruled(above: Fragment, below: Fragment, flat: Sequence[Rule]) -> bool:
    middle = (max(above.left, below.left) + min(above.right, below.right)) / 2
    return any(
        below.base + 0.3 * below.size < rule.bottom < above.base + 0.2 * above.size and rule.left < middle < rule.right
        for rule in flat
    )


def _rows(runs: list[Cell]) -> list[Row]:
    """Runs side by side, gathered. What stands above a row's first line in its first run stays a row of its own."""
    rows: list[Row] = []
    for run in runs:
        if rows and _right_of(rows[-1], run):
            if len(rows[-1]) == 1:
                head, cell = _part(rows[-1][0], run)
                rows[-1:] = [[head]] * bool(head) + [[cell]]
            rows[-1].append(run)
        else:
            rows.append([run])
    return rows


def _right_of(row: Row, run: Cell) -> bool:
    last = row[-1]
    first = run[0]
    aligned = [f for f in last if f.base <= first.base + 0.4 * first.size]
    if not aligned or first.base < last[-1].base - 0.4 * first.size:
        return False
    return first.left > max(f.right for f in aligned) - 1 and first.left > max(f.left for f in last)


def _part(cell: Cell, run: Cell) -> tuple[Cell, Cell]:
    """Splits a run at the line that stands level with the first line of the run to its right."""
    level = run[0]
    index = next((i for i, f in enumerate(cell) if abs(f.base - level.base) <= 0.4 * level.size), None)
    if index is None:  # cells centred against each other
        return ([], cell) if len(cell) <= 3 else (cell[:-3], cell[-3:])
    while index > 0:
        above, here = cell[index - 1], cell[index]
        tight = above.base - here.base < 1.3 * here.size and above.size == here.size and above.bold == here.bold
        if not tight or above.right > level.left - 2 or len(run) > index:
            break
        index -= 1
    return cell[:index], cell[index:]
