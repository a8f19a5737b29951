"""The frame of all pages: menu, language, style, and the last word on errors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from threading import Timer

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from checker.errors import GuidecheckError
from checker.knowledge import load
from checker.reports.texts import Wording
from checker.reviews.desk import Desk
from checker.reviews.opening import open_store
from checker.reviews.store import Store
from ui import markup
from ui.context import Context
from ui.entering import enter
from ui.error_words import in_words
from ui.going import go, know
from ui.language import choose_language
from ui.pages import Entry, entries
from ui.warming import warm

__all__ = ["go", "run"]

_AFTER = 1.5
"""Seconds after the first visit."""
_LOG = logging.getLogger("guidecheck.ui")


def run() -> None:
    """Draws the page that the address names."""
    st.set_page_config(page_title="guidecheck", page_icon=markup.ICON, layout="wide")
    st.html(markup.STYLE)
    st.html(markup.ACTING_STYLE)
    knowledge = load()
    _warm()
    head = st.container(key="shell-language", horizontal=True, vertical_alignment="center")
    with head:
        language = choose_language(knowledge)
    t = Wording(knowledge.interface_texts(language))
    head.html(markup.html("shell", t, product="guidecheck", language=language), unsafe_allow_javascript=True)
    context = Context(knowledge, language, t, _desk(head, t))
    pages = {entry.name: _page(entry, context) for entry in entries()}
    know(pages)
    st.navigation([*pages.values(), _first_by_name(context)], position="top").run()


def _desk(head: DeltaGenerator, t: Wording) -> Desk | None:
    """The reviews as the person at the page may see them; None where the store does not open."""
    try:
        person = enter(t, head)
    except GuidecheckError:
        _LOG.exception("nobody can come in")
        st.error(markup.plain(t("access-set-up")))
        st.stop()
    try:
        return Desk(_store(), person)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, t)))
        return None


@st.cache_resource(show_spinner=False)
def _warm() -> None:
    """What is slow to get the first time is got when the first page stands, so that nobody waits for it: parts of the
    knowledge, and the library that Streamlit asks when it draws a component."""

    clock = Timer(_AFTER, warm)
    clock.daemon = True
    clock.start()


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    """Held open for as long as the server runs."""
    return open_store()


def _page(entry: Entry, context: Context) -> st.Page:
    title = context.t(f"page-{entry.name}")
    shown = partial(_told, entry, context)
    first = entry == entries()[0]
    return st.Page(shown, title=title, icon=entry.icon, url_path="" if first else entry.name, default=first)


def _first_by_name(context: Context) -> st.Page:
    """The first page has no name in its address; whoever gives it one gets there, too."""
    entry = entries()[0]
    shown = partial(_told, entry, context)
    return st.Page(shown, title=context.t(f"page-{entry.name}"), url_path=entry.name, visibility="hidden")


def _told(entry: Entry, context: Context) -> None:
    """A person is told of an error in a sentence, whatever it was."""
    show: Callable[[Context], None] = entry.show
    try:
        show(context)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, context.t)))
    except Exception:  # the last resort: a person never sees a traceback
        _LOG.exception("the page failed")
        st.error(markup.plain(context.t("page-failed")))
