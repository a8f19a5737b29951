"""One requirement in all proposals: verdicts and passages side by side, over the page."""

from __future__ import annotations

import streamlit as st

from checker.reviews.comparison import Comparison
from ui import markup
from ui.acting import acting
from ui.context import Context


def open_requirement(comparison: Comparison, requirement: str, column: int, context: Context) -> None:
    """Opens it, the proposal of that column first; one that the comparison does not hold opens nothing."""
    row = next((row for row in comparison.rows if row.id == requirement), None)
    if row is None or not 0 <= column < len(row.cells):
        return
    t, outcome = context.t, next(cell for cell in row.cells if cell)
    pairs = list(zip(comparison.proposals, row.cells, strict=True))
    pairs = [pairs[column], *(pair for n, pair in enumerate(pairs) if n != column)]

    @st.dialog(markup.plain(f"{row.id} {row.title}"), width="large")
    def opened() -> None:
        acting(markup.html("beside", t, row=row, outcome=outcome, pairs=pairs), key="compare-beside")

    opened()
