"""A donor's own profile: requirements ticked, their strengths and weights, saved as Turtle and at once of use."""

from __future__ import annotations

from functools import partial

import streamlit as st

from ui import markup
from ui.context import Context
from ui.profiling.keeping import keep_instead, making_now, unsaved
from ui.profiling.kept import from_file
from ui.profiling.making import Making
from ui.profiling.narrowing import choose_wanted
from ui.profiling.saving import show_head
from ui.profiling.start import show_begin, show_saved
from ui.profiling.table import show_counts, show_table
from ui.profiling.taking import show_use
from ui.unsaved.listing import show_begun
from ui.unsaved.session import asked_for, begin_as, id_now, keep_file


def show(context: Context) -> None:
    """Draws the page."""
    t = context.t
    st.html(markup.KNOWLEDGE_STYLE)
    st.header(markup.plain(t("page-profiles")), anchor=False)
    making = _begun(context)
    if making is None:
        st.html(markup.html("profile_lead", t))
    show_saved(context)
    show_begun("profile", partial(_told, context), partial(_take, context), context)
    show_begin(context)
    if making is None:
        st.html(markup.html("profile_start", t))
        return
    show_head(making, context)
    show_counts(making, context)
    show_table(making, choose_wanted(context), context)
    show_use(making, context)


def _begun(context: Context) -> Making | None:
    """The profile under way, or the one that the page was left with; it is kept in a file as it is now."""
    if making_now() is None and (data := asked_for("profile")):
        id = id_now("profile")
        _take(context, data)
        begin_as("profile", id)
    making = making_now()
    if making is not None:
        keep_file("profile", unsaved(making, context.knowledge), context)
    return making


def _told(context: Context, data: bytes) -> tuple[str, str] | None:
    making = from_file(data, context.knowledge)
    if making is None:
        return None
    return making.name(context.language), context.t("profile-holds", n=len(making.ticked))


def _take(context: Context, data: bytes) -> None:
    making = from_file(data, context.knowledge)
    if making is not None:
        keep_instead(making, kept=True)
