"""The frame of all pages: menu, language, style, and the last word on errors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

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
from ui.going import go, know
from ui.language import choose_language
from ui.pages import Entry, entries

__all__ = ["go", "run"]

_LOG = logging.getLogger("guidecheck.ui")


def run() -> None:
    """Draws the page that the address names."""
    st.set_page_config(page_title="guidecheck", page_icon=markup.ICON, layout="wide")
    st.html(markup.STYLE)
    knowledge = load()
    head = st.container(key="shell-language", horizontal=True, vertical_alignment="center")
    with head:
        language = choose_language(knowledge)
    t = Wording(knowledge.interface_texts(language))
    head.html(markup.html("shell", t, product="guidecheck", language=language), unsafe_allow_javascript=True)
    context = Context(knowledge, language, t, _desk(head, t))
    pages = {entry.name: _page(entry, context) for entry in entries()}
    know(pages)
    st.navigation(list(pages.values()), position="top").run()


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
        st.error(markup.plain(error.line))
        return None


@st.cache_resource(show_spinner=False)
def _store() -> Store:
    """Held open for as long as the server runs."""
    return open_store()


def _page(entry: Entry, context: Context) -> st.Page:
    title = context.t(f"page-{entry.name}")
    shown = partial(_told, entry, context)
    return st.Page(shown, title=title, icon=entry.icon, url_path=entry.name, default=entry.name == "check")


def _told(entry: Entry, context: Context) -> None:
    """A person is told of an error in a sentence, whatever it was."""
    show: Callable[[Context], None] = entry.show
    try:
        show(context)
    except GuidecheckError as error:
        st.error(markup.plain(error.line))
    except Exception:  # the last resort: a person never sees a traceback
        _LOG.exception("the page failed")
        st.error(markup.plain(context.t("page-failed")))
