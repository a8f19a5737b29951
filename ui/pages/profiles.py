"""A donor's own profile: requirements ticked, their strengths and weights, saved as Turtle and at once of use."""

from __future__ import annotations

import streamlit as st

from ui import markup
from ui.context import Context
from ui.profiling.keeping import making_now
from ui.profiling.narrowing import choose_wanted
from ui.profiling.saving import show_head
from ui.profiling.start import show_begin, show_saved
from ui.profiling.table import show_counts, show_table
from ui.profiling.taking import show_use


def show(context: Context) -> None:
    """Draws the page."""
    t = context.t
    st.html(markup.KNOWLEDGE_STYLE)
    st.header(markup.plain(t("page-profiles")), anchor=False)
    making = making_now()
    if making is None:
        st.html(markup.html("profile_lead", t))
    show_saved(context)
    show_begin(context)
    if making is None:
        st.html(markup.html("profile_start", t))
        return
    show_head(making, context)
    show_counts(making, context)
    show_table(making, choose_wanted(context), context)
    show_use(making, context)
