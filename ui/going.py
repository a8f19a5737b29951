"""From one page to another."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

_PAGES = "pages of the menu"


def know(pages: Mapping[str, st.Page]) -> None:
    """The pages that ``go`` can open."""
    st.session_state[_PAGES] = dict(pages)


def go(name: str, **query: str) -> None:
    """Opens another page of the menu, such as ``go("desk", review=header.id)``."""
    st.switch_page(st.session_state[_PAGES][name], query_params=query)
