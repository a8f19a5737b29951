"""The matrix of requirements and proposals: what differs, in which theme, at what weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import streamlit as st

from checker.folding import fold
from checker.report import VERDICTS, RequirementOutcome
from checker.reviews.comparison import Comparison, Group, Row
from ui import markup
from ui.acting import acting
from ui.choices import some_of
from ui.context import Context

FEW = 6
"""Proposals up to which a cell says its verdict in words beside the sign."""
MANY = 1500
"""Cells from which all themes but the first are shut at first."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a requirement must be to be shown; empty means any."""

    search: str = ""
    verdicts: frozenset[str] = frozenset()
    differs: bool = False

    def lets_through(self, row: Row) -> bool:
        verdicts = {cell.verdict for cell in row.cells if cell}
        text = fold(f"{row.id} {row.title} {row.theme_label}")
        return (
            (not self.differs or row.differs)
            and (not self.verdicts or bool(self.verdicts & verdicts))
            and all(word in text for word in fold(self.search).split())
        )


def narrowed(groups: Iterable[Group], wanted: Filter) -> tuple[Group, ...]:
    """The themes with the rows that are wanted; their coverage stays that of the whole theme."""
    found = (replace(group, rows=tuple(filter(wanted.lets_through, group.rows))) for group in groups)
    return tuple(group for group in found if group.rows)


def choose_filter(context: Context) -> Filter:
    """Draws the questions."""
    t = context.t
    search, verdicts, differs = st.columns([3, 5, 2])
    with search:
        words = st.text_input(t("compare-search"), key="compare-search", icon=":material/search:")
    with verdicts:
        names: dict[str, str] = {verdict: t(f"verdict-{verdict}") for verdict in VERDICTS}
        chosen = some_of(t("compare-verdicts"), names, key="compare-verdicts", language=context.language)
    with differs:
        only = st.toggle(t("compare-differs"), key="compare-differs")
    return Filter(words, frozenset(chosen), only)


def show_matrix(
    comparison: Comparison,
    wanted: Filter,
    changed: Iterable[str],
    on_act: Callable[[str, str], None],
    context: Context,
) -> tuple[str, str] | None:
    """Draws the matrix; gives what was pressed or entered, and tells ``on_act``: ``cell`` with requirement and
    column, or ``weight`` with requirement and number.

    ``changed`` are requirements with another weight than the profile's.
    """
    t = context.t
    groups = narrowed(comparison.groups, wanted)
    if not groups:
        st.info(markup.plain(t("none-match")))
        return None
    said = markup.html(
        "matrix",
        t,
        comparison=comparison,
        groups=groups,
        kinds=[_kind(p.report.kind, context) for p in comparison.proposals],
        words=len(comparison.proposals) <= FEW,
        changed=set(changed),
        names={row.id: " ".join(map(name_of, row.cells)) for group in groups for row in group.rows},
        used=sorted({name_of(cell) for group in groups for row in group.rows for cell in row.cells}),
        shown=sum(len(group.rows) for group in groups),
        total=len(comparison.rows),
    )
    large = len(comparison.rows) * len(comparison.proposals) > MANY
    folded = [group.theme for group in groups[1:]] if large else []
    return acting(said, key="compare-matrix", on_act=on_act, folded=folded)


def name_of(cell: RequirementOutcome | None) -> str:
    """The name of the template that a cell is copied from: its verdict, and whether a person decided or should look."""
    if cell is None:
        return "unasked"
    return cell.verdict + ("+decided" if cell.decided_by else "+unread" if cell.needs_review else "")


def _kind(kind: str, context: Context) -> str:
    known = context.knowledge.kinds.get(kind)
    return known.label.in_(context.language) if known else kind
