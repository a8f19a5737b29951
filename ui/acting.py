"""HTML of ours in which things can be pressed: tables that a page of widgets would make slow and hard to read.

In a template, ``data-act`` and ``data-value`` on a button or an input say what the server is told; ``data-fold`` on a
button folds the rows whose ``data-in`` has its name; buttons with ``data-cell`` are walked by arrow keys.
"""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from ui.markup import HERE

_SCRIPT = (HERE / "acting.js").read_text("utf-8")
_STYLE = (HERE / "acting.css").read_text("utf-8")


def acting(markup: str, *, key: str, folded: Iterable[str] = ()) -> tuple[str, str] | None:
    """Shows HTML from a template; gives act and value of what was just pressed. ``folded`` are shut at first."""
    component = st.components.v2.component("guidecheck-acting", js=_SCRIPT, css=_STYLE, isolate_styles=False)
    result = component(key=key, data={"html": markup, "folded": list(folded)}, on_act_change=lambda: None)
    act = result.act
    if not (isinstance(act, list | tuple) and len(act) == 2):
        return None
    return str(act[0]), str(act[1])
