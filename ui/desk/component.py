"""The desk in the browser: two components, one for what stays and one for what changes with every decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from ui.desk.bundle import script, style

_CONTENT = st.components.v2.component("guidecheck_desk_content", js=script("mount_content"), isolate_styles=False)
_DESK = st.components.v2.component(
    "guidecheck_desk", css=style(), js=script("mount_desk"), html='<div class="gd-waiting"></div>', isolate_styles=False
)


def bring(content: dict[str, Any]) -> None:
    """Large, and sent only when the page is drawn anew."""
    _CONTENT(key="desk-content", data=content)


def draw(live: dict[str, Any], on_acts: Callable[[], None]) -> None:
    """Small, and sent after every act. The acts are in the session under ``desk``."""
    _DESK(key="desk", data=live, on_acts_change=on_acts)
