"""A portfolio on the page that compares: opened from a folder or from files, searched, and chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from checker.errors import GuidecheckError, InputError
from checker.folding import fold
from checker.portfolio.seen.compact import Compact, report_of
from checker.portfolio.seen.opened import open_files, open_folder
from checker.reports.display import one_line, shorten
from checker.reviews.comparison import Proposal
from ui import markup
from ui.access import signs_in
from ui.context import Context
from ui.uploads import MOST_MB, Upload, drafts_of, stored

LISTED = 200
"""Descriptions that the choice offers at once, besides those chosen."""
_OPEN, _CHOSEN = "portfolio open", "portfolio chosen"


@dataclass(frozen=True, slots=True)
class Opened:
    name: str
    compact: Compact


def portfolio_is_open() -> bool:
    return _OPEN in st.session_state


def choose_descriptions(most: int, context: Context) -> tuple[Proposal, ...]:
    """Draws the choice of descriptions where a portfolio is open; they come in the order in which they were chosen."""
    opened: Opened | None = st.session_state.get(_OPEN)
    if opened is None:
        return ()
    t, compact = context.t, opened.compact
    said, shut = st.columns([5, 1], vertical_alignment="center")
    with said:
        st.text(one_line(t("compare-portfolio-opened", name=opened.name, n=compact.of)))
    if shut.button(t("compare-portfolio-shut"), icon=":material/close:", key="portfolio-shut"):
        _shut()
        st.rerun()
    if len(compact.descriptions) < compact.of:
        st.caption(markup.plain(t("compare-portfolio-capped", n=len(compact.descriptions))))
    left, right = st.columns([1, 2])
    with left:
        words = st.text_input(t("compare-portfolio-search"), key="portfolio-search", icon=":material/search:")
    key = f"{_CHOSEN} {context.language}"
    chosen: list[int] = st.session_state.get(key, st.session_state.get(_CHOSEN, []))
    found = matching(compact, words)
    offered = list(dict.fromkeys([*chosen, *found[:LISTED]]))
    st.session_state[key] = chosen
    with right:
        now = st.multiselect(
            t("compare-portfolio-choose", n=len(found)), offered, format_func=lambda n: _label(compact, n, context),
            key=key, max_selections=max(most, len(chosen), 1), placeholder=t("compare-portfolio-placeholder"),
        )  # fmt: skip
    st.session_state[_CHOSEN] = now
    return tuple(_proposal(compact, n, context) for n in now[:most])


def matching(compact: Compact, words: str) -> list[int]:
    """The numbers of those that hold all words in their name, source, organisation or kind."""
    terms = fold(words).split()
    if not terms:
        return list(range(len(compact.descriptions)))
    return [
        n
        for n, d in enumerate(compact.descriptions)
        if all(term in fold(f"{d.name} {d.source} {d.organisation} {d.kind}") for term in terms)
    ]


def bring_portfolio(context: Context) -> None:
    """Draws a way to open one: by its path for a person alone at their machine, or by its files."""
    t = context.t
    with st.popover(t("compare-portfolio"), icon=":material/dataset:"):
        st.html(markup.html("uploader", t))
        path = ""
        if not signs_in():
            path = st.text_input(t("compare-portfolio-path"), key="portfolio-path")
        sent = st.file_uploader(t("compare-portfolio-files"), accept_multiple_files=True, key="portfolio-files")
        st.caption(markup.plain(t("compare-portfolio-hint", n=MOST_MB)))
        ready = bool(path.strip() or sent)
        if st.button(t("compare-portfolio-open"), type="primary", disabled=not ready, key="portfolio-open") and ready:
            _open(path.strip(), sent, context)


def _open(path: str, sent: Sequence[Upload], context: Context) -> None:
    try:
        with st.spinner(context.t("compare-portfolio-reading")):
            opened = _from_files(sent, context) if sent else _from_path(path, context)
    except GuidecheckError as error:
        st.error(markup.plain(error.line))
        return
    _shut()
    st.session_state[_OPEN] = opened
    st.rerun()


def _shut() -> None:
    for name in [name for name in st.session_state if str(name).startswith((_OPEN, _CHOSEN))]:
        del st.session_state[name]


def _from_path(path: str, context: Context) -> Opened:
    """Only where nobody signs in: a path is one of the machine that serves the page."""
    if signs_in():
        raise InputError(context.t("compare-portfolio-no-path"))
    folder = Path(path).expanduser()
    return Opened(folder.name, open_folder(folder))


def _from_files(sent: Sequence[Upload], context: Context) -> Opened:
    drafts = drafts_of(sent, context.t)
    if sum(len(draft.data) for draft in drafts) > MOST_MB * 2**20:
        raise InputError(context.t("upload-too-large", n=MOST_MB))
    with stored(drafts) as files:
        return Opened(drafts[0].name, open_files(files))


def _label(compact: Compact, n: int, context: Context) -> str:
    described = compact.descriptions[n]
    kind = context.knowledge.kinds.get(described.kind)
    said = [shorten(described.name, 90), kind.label.in_(context.language) if kind else described.kind]
    return " · ".join([*said, described.organisation] if described.organisation else said)


def _proposal(compact: Compact, n: int, context: Context) -> Proposal:
    report = report_of(compact, n, context.knowledge, context.language)
    return Proposal(f"portfolio {n}", report.name, report)
