"""The summary of a draft: a chart to look at before reading, and what to mend first."""

from __future__ import annotations

import streamlit as st

from checker.reports.counts import Tally
from checker.reports.page import Card, DraftPage
from checker.reports.texts import Wording
from ui import markup


def show_summary(page: DraftPage, t: Wording) -> None:
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
            _mend(rank, card, page, t)
    if len(page.themes) > 1:
        with st.expander(markup.plain(t("by-theme-heading")), key=f"themes-{page.anchor}"):
            _groups([(bar.label, bar.counts) for bar in page.themes], t)


def _groups(groups: list[tuple[str, Tally]], t: Wording) -> None:
    longest = max(counts.total for _, counts in groups)
    st.html(markup.html("groups", t, groups=groups, longest=longest))


def _mend(rank: int, card: Card, page: DraftPage, t: Wording) -> None:
    with st.container(gap=None):
        pressed = st.button(markup.plain(card.row.title), type="tertiary", key=f"mend-{page.anchor}-{rank}")
        st.html(markup.html("mend", t, row=card.row))
    if pressed:
        open_card(card, page, t)


def open_card(card: Card, page: DraftPage, t: Wording) -> None:
    """Guidance and passages of one requirement over the page."""

    @st.dialog(markup.plain(f"{card.row.id} {card.row.title}"), width="large", icon=markup.ICONS[card.row.verdict])
    def opened() -> None:
        sides(card, page, t)

    opened()


def sides(card: Card, page: DraftPage, t: Wording) -> None:
    """The guidance on the left, the draft's passages on the right."""
    left, right = st.columns(2, gap="medium")
    with left:
        st.html(markup.html("guidance", t, card=card, row=card.row))
    with right:
        st.html(markup.html("passages", t, card=card, language=page.draft.language))
