"""The requirements of a draft, filtered and sorted."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from checker.reports.page import Card, DraftPage
from checker.reports.texts import Wording
from ui import markup
from ui.choices import forget, one_of, some_of
from ui.filters import ORDERS, Filter, shown
from ui.summary import sides

AT_ONCE = 20
"""Requirements shown before the person asks for more."""


def show_list(page: DraftPage, number: int, language: str, t: Wording) -> None:
    """``number`` is the draft's in the report: each draft has filters of its own."""
    st.header(markup.plain(t("requirements-heading")), anchor=False)
    wanted, order = _filters(page, number, language, t)
    cards = shown(page.cards, wanted, order)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(markup.plain(t("count-shown", shown=_held(cards), total=_held(page.cards))))
        if wanted != Filter():
            st.button(t("clear"), on_click=clear_filters, args=(number,), type="tertiary", key=f"clear-{number}")
    if not cards:
        st.info(markup.plain(t("none-match")))
        return
    limit = st.session_state.get(f"limit-{number}", AT_ONCE)
    with st.container(gap="xsmall"):
        for card in cards[:limit]:
            icon = markup.ICONS[card.row.verdict]
            with st.expander(markup.row_label(card.row, t), icon=icon, key=f"row-{card.anchor}"):
                sides(card, page, t)
    if len(cards) > limit:
        more = min(AT_ONCE, len(cards) - limit)
        st.button(t("show-more", n=more), on_click=_more, args=(number, limit), width="stretch", key=f"more-{number}")


def _filters(page: DraftPage, number: int, language: str, t: Wording) -> tuple[Filter, str]:
    search, theme, order = st.columns([3, 3, 2])
    with search:
        words = st.text_input(t("search-label"), key=f"search-{number}", icon=":material/search:")
    with theme:
        labels = {card.row.theme: card.row.theme_label or card.row.theme for card in page.cards}
        themes = {"": t("all"), **dict(sorted(labels.items(), key=lambda item: item[1].casefold()))}
        chosen = one_of(t("theme"), themes, key=f"theme-{number}", language=language, default="")
    with order:
        orders = {name: t(f"sort-{name}") for name in ORDERS}
        sorted_by = one_of(t("sort-label"), orders, key=f"sort-{number}", language=language, default=ORDERS[0])
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        names: dict[str, str] = {v: f"{t(f'verdict-{v}')} {n}" for v, n in page.counts.counts if n}
        verdicts = some_of(t("verdict"), names, key=f"verdicts-{number}", language=language)
        names = {bar.key: f"{t(f'strength-{bar.key}')} {bar.counts.total}" for bar in page.strengths}
        strengths = some_of(t("strength"), names, key=f"strengths-{number}", language=language)
        review = bool(page.counts.needs_review) and st.toggle(t("needs-review"), key=f"review-{number}")
    return Filter(frozenset(verdicts), frozenset(strengths), chosen, words, review), sorted_by


def _held(cards: Sequence[Card]) -> int:
    """How many requirements stand behind some findings."""
    return sum(1 + len(card.also) for card in cards)


def clear_filters(number: int) -> None:
    """Shows all requirements of this draft again."""
    st.session_state[f"search-{number}"] = ""
    st.session_state[f"review-{number}"] = False
    for name in ("theme", "verdicts", "strengths"):
        forget(f"{name}-{number}")
    st.session_state.pop(f"limit-{number}", None)


def _more(number: int, limit: int) -> None:
    st.session_state[f"limit-{number}"] = limit + AT_ONCE
