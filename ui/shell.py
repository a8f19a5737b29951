"""The frame of all pages: menu, language, style, and the last word on errors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

import streamlit as st

from checker.errors import GuidecheckError
from checker.knowledge import load
from checker.reports.texts import Wording
from ui import markup
from ui.context import Context
from ui.language import choose_language
from ui.pages import Entry, entries

_LOG = logging.getLogger("guidecheck.ui")
_PAGES = "pages of the menu"


def run() -> None:
    """Draws the page that the address names."""
    st.set_page_config(page_title="guidecheck", page_icon=markup.ICON, layout="wide")
    st.html(markup.STYLE)
    knowledge = load()
    with st.container(key="shell-language"):
        language = choose_language(knowledge)
    t = Wording(knowledge.interface_texts(language))
    context = Context(knowledge, language, t)
    pages = {entry.name: _page(entry, context) for entry in entries()}
    st.session_state[_PAGES] = pages
    st.navigation(list(pages.values()), position="top").run()


def go(name: str, **query: str) -> None:
    """Opens another page of the menu, such as ``go("desk", review=header.id)``."""
    st.switch_page(st.session_state[_PAGES][name], query_params=query)


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
