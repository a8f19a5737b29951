"""Deleting a review: what will go, and its name typed before it does."""

from __future__ import annotations

import streamlit as st

from checker.reports.display import one_line
from checker.reviews.desk import Desk
from checker.reviews.model import Review
from ui import markup
from ui.context import Context
from ui.going import go


def show_deleting(review: Review, desk: Desk, context: Context) -> None:
    """Draws what will go and the button, which works once the name stands beside it."""
    t, name = context.t, one_line(review.header.name)
    people = len({decision.who for decision in review.decisions})
    st.warning(markup.plain(t("reviews-delete-goes", name=name, decisions=len(review.decisions), people=people)))
    st.caption(markup.plain(t("reviews-delete-export")))
    with st.form(f"delete-{review.header.id}", border=False):
        typed = st.text_input(t("reviews-delete-type", name=name), key=f"delete-name-{review.header.id}")
        pressed = st.form_submit_button(t("reviews-delete-do"), icon=":material/delete:")
    if not pressed:
        return
    if not is_named(typed, name):
        st.error(markup.plain(t("reviews-delete-unlike", name=name)))
        return
    desk.delete(review.header.id)
    st.toast(markup.plain(t("reviews-deleted", name=name)), icon=":material/check:")
    go("reviews")


def is_named(typed: str, name: str) -> bool:
    """True where the name was typed, spaces at its ends aside."""
    return one_line(typed) == one_line(name)
