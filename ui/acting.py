"""HTML of ours in which things can be pressed: tables that a page of widgets would make slow and hard to read.

In a template, ``data-act`` and ``data-value`` on a button or an input say what the server is told. ``data-fold`` on a
button folds the rows whose ``data-in`` has its name. A row with ``data-row`` and ``data-cells`` gets copies of the
templates of those names (``data-of``); arrow keys walk the buttons in them (``data-cell``), which tell the server
``cell`` with row and column. A checkbox with ``data-mixed`` is neither on nor off.

Acts are numbered and sent until the server has answered, so that none of several in quick succession is lost.
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

    done = f"{key} done"

    def told() -> None:
        for number, act, value in _read(st.session_state[key].get("act")):
            if number > st.session_state.get(done, 0):
                st.session_state[done] = number
                if on_act:
                    on_act(act, value)

    component = st.components.v2.component("guidecheck-acting", js=_SCRIPT, css=_STYLE, isolate_styles=False)
    data = {"html": markup, "folded": list(folded), "done": st.session_state.get(done, 0)}
    acts = _read(component(key=key, data=data, on_act_change=told).act)
    return acts[-1][1:] if acts else None


def _read(acts: object) -> list[tuple[int, str, str]]:
    """What the browser says was pressed, in its order; what is not of that form is passed over."""
    found = acts if isinstance(acts, list | tuple) else ()
    return [
        (act[0], str(act[1]), str(act[2]))
        for act in found
        if isinstance(act, list | tuple) and len(act) == 3 and isinstance(act[0], int)
    ]
