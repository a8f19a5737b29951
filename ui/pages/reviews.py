"""All saved reviews, or the one that the address names."""

from __future__ import annotations

import streamlit as st

from ui import markup
from ui.context import Context
from ui.reviews.listing import show_list
from ui.reviews.one import show_one


def show(context: Context) -> None:
    """Draws the page."""
    if context.desk is None:
        st.info(markup.plain(context.t("reviews-no-store")))
    elif review := st.query_params.get("review"):
        show_one(context.desk, context, review)
    else:
        show_list(context.desk, context)
