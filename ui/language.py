"""The language of the page."""

from __future__ import annotations

import streamlit as st

from checker.knowledge import Knowledge
from checker.reports.texts import Wording


def choose_language(knowledge: Knowledge) -> str:
    """The language that the person chose, kept in the address; at first the browser's, else English."""
    known = tuple(knowledge.languages)
    own = {tag: Wording(knowledge.interface_texts(tag)).language(tag) for tag in known}
    before = st.session_state.get("interface-language") or of_browser(st.context.locale, known)
    label = knowledge.interface_texts(before)["page-language"]
    chosen = st.segmented_control(
        label,
        known,
        default=None if "interface-language" in st.session_state else before,
        format_func=lambda tag: own[tag],
        key="interface-language",
        required=True,
        label_visibility="collapsed",
        bind="query-params",
    )
    return chosen or before


def of_browser(locale: str | None, known: tuple[str, ...]) -> str:
    """A locale such as ``es-MX`` to a language of the page."""
    tag = (locale or "").replace("_", "-").partition("-")[0].lower()
    return tag if tag in known else "en"
