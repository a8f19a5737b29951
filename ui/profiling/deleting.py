"""Deleting a saved profile: what it means, and once more asked."""

from __future__ import annotations

import streamlit as st

from checker.errors import GuidecheckError
from checker.profiles.naming import known_name
from checker.profiles.shelf import delete, file_of, shelf
from ui import markup
from ui.context import Context
from ui.error_words import in_words
from ui.profiling.allowed import may
from ui.profiling.keeping import making_now, settle
from ui.profiling.making import let_go

_DELETING = "profile-deleting"


def ask_deleting(pressed: tuple[str, str] | None, context: Context) -> None:
    """Draws the question where ``delete`` was pressed of one that is there."""
    t, known = context.t, context.knowledge
    match pressed:
        case ("delete", token):
            st.session_state[_DELETING] = token
        case (_, _):
            st.session_state.pop(_DELETING, None)
    token = st.session_state.get(_DELETING, "")
    if token not in shelf(known).profiles or not may("administrator", context):
        st.session_state.pop(_DELETING, None)
        return
    name = known_name(token, known, context.language)
    reviews = sum(header.profile == token for header in context.desk.headers()) if context.desk else 0
    with st.container(border=True, key="profile-deleting-box"):
        st.markdown(f"**{markup.plain(t('profile-delete-one', name=name))}**")
        st.text(t("profile-delete-goes", token=token))
        if reviews:
            st.text(t("profile-delete-reviews", n=reviews))
        with st.container(horizontal=True):
            done = st.button(t("reviews-delete-do"), key="profile-delete-do", icon=":material/delete:", type="primary")
            st.download_button(
                t("profile-download"), lambda: file_of(token).read_bytes(), file_name=f"{token}.ttl",
                mime="text/turtle", on_click="ignore", icon=":material/download:", key="profile-delete-download",
            )  # fmt: skip
            if st.button(t("profile-delete-keep"), key="profile-delete-keep"):
                st.session_state.pop(_DELETING, None)
                st.rerun()
    if done:
        _delete(token, name, context)


def _delete(token: str, name: str, context: Context) -> None:
    try:
        delete(token)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, context.t)))
        return
    making = making_now()
    if making is not None and making.token == token:
        settle(let_go(making))
    st.session_state.pop(_DELETING, None)
    st.toast(markup.plain(context.t("profile-deleted", name=name)), icon=":material/check:")
    st.rerun()
