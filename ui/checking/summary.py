"""The summary of a draft: a chart to look at before reading, and what to mend first."""

from __future__ import annotations

import streamlit as st

from checker.knowledge import Knowledge
from checker.reports.counts import Tally, tally
from checker.reports.page import Card, DraftPage
from checker.reports.texts import Wording
from ui import markup
from ui.checking.dimensions import by_dimension
from ui.going import go


def show_summary(page: DraftPage, review: str, knowledge: Knowledge, language: str, t: Wording) -> None:
    """``review`` is the id of the review where a requirement opens, or "" for none."""
    chart, mend = st.columns(2, gap="small")
    with chart, st.container(border=True, height="stretch"):
        st.subheader(markup.plain(t("overall-heading")), anchor=False)
        longest = max(n for _, n in page.counts.counts) or 1
        st.html(markup.html("verdicts", t, counts=page.counts, longest=longest))
        _groups([(t(f"strength-{bar.key}"), bar.counts) for bar in page.strengths], t)
    with mend, st.container(border=True, height="stretch"):
        st.subheader(markup.plain(t("first-heading")), anchor=False)
        if not page.first:
            st.text(t("first-none"))
        for rank, card in enumerate(page.first):
            _mend(rank, card, page, review, t)
    dimensions = [
        (label, tally(rows)) for label, rows in by_dimension(page.draft.requirements, knowledge, language).items()
    ]
    themes, other = st.columns(2, gap="small") if dimensions else (st.container(), None)
    with themes, st.container(border=True, height="stretch"):
        st.subheader(markup.plain(t("by-theme-heading")), anchor=False)
        _groups([(bar.label, bar.counts) for bar in page.themes], t)
    if other is not None:
        with other, st.container(border=True, height="stretch"):
            st.subheader(markup.plain(t("by-dimension-heading")), anchor=False)
            _groups(dimensions, t)
            st.caption(markup.plain(t("by-dimension-note")))


def _groups(groups: list[tuple[str, Tally]], t: Wording) -> None:
    longest = max((counts.total for _, counts in groups), default=0)
    st.html(markup.html("groups", t, groups=groups, longest=longest))


def _mend(rank: int, card: Card, page: DraftPage, review: str, t: Wording) -> None:
    key = f"mend-{page.anchor}-{rank}"
    with st.container(gap=None):
        if st.button(markup.plain(card.row.title), type="tertiary", key=key, disabled=not review):
            go("desk", review=review, requirement=card.row.id)
        st.html(markup.html("mend", t, row=card.row))
