"""Check a draft: what to check on the left, what was found on the right."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from checker.errors import GuidecheckError
from ui import markup
from ui.asking import Asked, ask
from ui.checking.progress import follow
from ui.checking.result import forget_result, show_result
from ui.checking.running import Checked, Checking
from ui.context import Context
from ui.error_words import in_words


def show(context: Context) -> None:
    """Draws the page."""
    t = context.t
    under_way = _under_way(context)
    with st.sidebar:
        asked = ask(context.knowledge, context.language, t, busy=under_way is not None)
    if asked.pressed and under_way is None:
        _begin(asked, context)
        st.rerun()
    if under_way is not None:
        follow(under_way, t)
        return
    checked: Checked | None = st.session_state.get("checked")
    if st.session_state.get("stopped"):
        st.info(markup.plain(t("check-stopped")))
    if checked is None:
        st.html(markup.html("start", t))
        return
    if asked.drafts and asked.signature != st.session_state.get("signature"):
        st.info(markup.plain(t("changed-since")))
    if checked.errors:
        heading, lines = t("not-checked"), [markup.plain(in_words(error, t)) for error in checked.errors]
        st.error("\n\n".join([f"**{markup.plain(heading)}**", *lines]))
    show_result(checked, context)


def _under_way(context: Context) -> Checking | None:
    """The check that still runs; one that has ended leaves its result."""
    checking: Checking | None = st.session_state.get("checking")
    if checking is None or checking.job.running:
        return checking
    del st.session_state["checking"]
    if checking.checked is not None:
        earlier: Checked | None = st.session_state.get("checked")
        if earlier is not None:
            forget_result(earlier)
        st.session_state["checked"] = checking.checked
        _tell(checking.checked.errors, context)
    else:
        st.session_state["stopped"] = True
    return None


def _tell(errors: Sequence[GuidecheckError], context: Context) -> None:
    """Seen wherever the person has scrolled to, and no larger than one; the list of them stays on the page."""
    if errors:
        names = ", ".join(error.where for error in errors if error.where)
        said = f"{context.t('not-checked')} {names}" if len(errors) > 1 else in_words(errors[0], context.t)
        st.toast(markup.plain(said), icon=":material/error:", duration="long")


def _begin(asked: Asked, context: Context) -> None:
    desk = context.desk if context.desk is not None and context.desk.may("reviewer") else None
    st.session_state.pop("stopped", None)
    st.session_state["checking"] = Checking(asked.drafts, asked.options, desk)
    st.session_state["signature"] = asked.signature
