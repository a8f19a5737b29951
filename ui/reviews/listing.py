"""All saved reviews: search, sort, open, tick to compare, import."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from checker.errors import GuidecheckError
from checker.reviews.desk import Desk
from checker.reviews.model import Header
from ui import markup
from ui.acting import acting
from ui.choices import one_of
from ui.context import Context
from ui.error_words import in_words
from ui.going import go
from ui.reviews.choosing import COLUMNS, STATES, Column, Line, Sheet, Wanted, lines, listed, sheet
from ui.uploads import MOST_MB

_WANTED, _SHEET, _TICKED = "reviews wanted", "reviews sheet", "reviews ticked"
_RISING: tuple[Column, ...] = ("name", "kind", "language", "profile", "by")
"""Columns that are sorted from A to Z first; the others show the most, or the latest, first."""


def show_list(desk: Desk, context: Context) -> None:
    """Draws the list, or what to do where there is none."""
    t = context.t
    headers: tuple[Header, ...] = desk.headers()
    heading, bring = st.columns([3, 1], vertical_alignment="bottom")
    heading.header(markup.plain(t("page-reviews")), anchor=False)
    if desk.may("reviewer"):
        with bring:
            _import(desk, context)
    if not headers:
        st.html(markup.html("no-reviews", t))
        with st.container(horizontal=True, horizontal_alignment="center"):
            if desk.may("reviewer") and st.button(t("reviews-check-first"), type="primary", key="reviews-check-first"):
                go("check")
        return
    every = lines(headers, context.knowledge, context.language, t)
    wanted = _filters(every, context)
    _compare(headers, context)
    found = listed(every, wanted)
    if not found:
        st.info(markup.plain(t("reviews-none-match")))
        return
    _table(every, sheet(found, st.session_state.get(_SHEET, 1)), wanted, context)


def ticked(headers: tuple[Header, ...]) -> list[str]:
    """Ids of the reviews that are ticked and still there, in the order they were ticked."""
    known = {header.id for header in headers}
    return [review for review in st.session_state.get(_TICKED, []) if review in known]


def _filters(every: tuple[Line, ...], context: Context) -> Wanted:
    t, language = context.t, context.language
    before: Wanted = st.session_state.get(_WANTED, Wanted())
    search, kind, state = st.columns([3, 2, 2])
    with search:
        words = st.text_input(t("reviews-search"), key="reviews-search", icon=":material/search:")
    with kind:
        kinds = dict(sorted({line.header.kind: line.kind for line in every}.items(), key=lambda i: i[1].casefold()))
        chosen = one_of(t("kind"), {"": t("all"), **kinds}, key="reviews-kind", language=language, default="")
    with state:
        states = {"": t("all")} | {str(name): t(f"reviews-state-{name}") for name in STATES}
        progress = one_of(t("reviews-state"), states, key="reviews-state", language=language, default="")
    wanted = replace(before, search=words, kind=chosen, state=progress)
    if wanted != before:
        st.session_state[_SHEET] = 1
    st.session_state[_WANTED] = wanted
    return wanted


def _compare(headers: tuple[Header, ...], context: Context) -> None:
    t, chosen = context.t, ticked(headers)
    with st.container(horizontal=True, vertical_alignment="center"):
        label = t("reviews-compare", n=len(chosen)) if chosen else t("reviews-compare-none")
        if st.button(label, disabled=len(chosen) < 2, icon=":material/table_chart:", key="reviews-compare"):
            go("compare", reviews=",".join(chosen))
        versions = t("reviews-compare-versions")
        if st.button(versions, disabled=len(chosen) != 2, icon=":material/difference:", key="reviews-compare-versions"):
            first, second = sorted(chosen, key=lambda i: next(h.created for h in headers if h.id == i))
            go("reviews", review=second, view="versions", before=first)
        if chosen and st.button(t("reviews-untick"), type="tertiary", key="reviews-untick"):
            st.session_state[_TICKED] = []
            st.rerun()
        if not chosen:
            st.caption(markup.plain(t("reviews-tick-hint")))


def _table(every: tuple[Line, ...], shown: Sheet, wanted: Wanted, context: Context) -> None:
    headers = tuple(line.header for line in every)
    said = markup.html(
        "reviews",
        context.t,
        sheet=shown,
        wanted=wanted,
        columns=COLUMNS,
        total=len(every),
        ticked=set(ticked(headers)),
        known={header.id for header in headers},
    )
    match acting(said, key="reviews-table", on_act=turn):
        case ("resume", review):
            go("desk", review=review)
        case ("open", review):
            go("reviews", review=review)


def turn(act: str, value: str) -> None:
    """Sorts by a column, turns to a page, or ticks a review; other acts are not for the list."""
    if act == "sort" and value in COLUMNS:
        wanted: Wanted = st.session_state.get(_WANTED, Wanted())
        falling = not wanted.falling if wanted.order == value else value not in _RISING
        st.session_state[_WANTED] = replace(wanted, order=value, falling=falling)
        st.session_state[_SHEET] = 1
    elif act == "sheet" and value.isdecimal():
        st.session_state[_SHEET] = int(value)
    elif act == "tick":
        before = st.session_state.get(_TICKED, [])
        after = [review for review in before if review != value] if value in before else [*before, value]
        st.session_state[_TICKED] = after


def _import(desk: Desk, context: Context) -> None:
    t = context.t
    with st.popover(t("reviews-import"), icon=":material/upload:", width="stretch"):
        st.html(markup.html("uploader", t))
        sent = st.file_uploader(t("reviews-import-label"), key="reviews-import")
        st.caption(markup.plain(t("reviews-import-hint", n=MOST_MB)))
        if st.button(t("reviews-import-do"), type="primary", disabled=sent is None, key="reviews-import-do") and sent:
            try:
                header: Header = desk.import_(sent.getvalue())
            except GuidecheckError as error:
                st.error(markup.plain(in_words(error, t)))
            else:
                st.toast(markup.plain(t("reviews-imported", name=header.name)), icon=":material/check:")
                go("reviews", review=header.id)
