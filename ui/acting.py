"""HTML of ours in which things can be pressed: tables that a page of widgets would make slow and hard to read.

In a template, ``data-act`` and ``data-value`` on a button or an input say what the server is told. ``data-fold`` on a
button folds the rows whose ``data-in`` has its name. A row with ``data-row`` and ``data-cells`` gets copies of the
templates of those names (``data-of``); arrow keys walk the buttons in them (``data-cell``), which tell the server
``cell`` with row and column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from ui.markup import HERE

_SCRIPT = (HERE / "acting.js").read_text("utf-8")
_STYLE = (HERE / "acting.css").read_text("utf-8")


def acting(
    markup: str, *, key: str, on_act: Callable[[str, str], None] | None = None, folded: Iterable[str] = ()
) -> tuple[str, str] | None:
    """Shows HTML from a template; gives act and value of what was just pressed. ``folded`` are shut at first.

    ``on_act`` is told of it before the page is drawn again, so that what it changes shows at once.
    """

    def told() -> None:
        act = _read(st.session_state[key].get("act"))
        if act and on_act:
            on_act(*act)

    component = st.components.v2.component("guidecheck-acting", js=_SCRIPT, css=_STYLE, isolate_styles=False)
    result = component(key=key, data={"html": markup, "folded": list(folded)}, on_act_change=told)
    return _read(result.act)


def _read(act: object) -> tuple[str, str] | None:
    return (str(act[0]), str(act[1])) if isinstance(act, list | tuple) and len(act) == 2 else None
