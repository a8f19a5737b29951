"""HTML of ours in which things can be pressed: tables that a page of widgets would make slow and hard to read.

In a template, ``data-act`` and ``data-value`` on a button or an input say what the server is told. ``data-fold`` on a
button folds the rows whose ``data-in`` has its name. A row with ``data-row`` and ``data-cells`` gets copies of the
templates of those names (``data-of``); arrow keys walk the buttons in them (``data-cell``), which tell the server
``cell`` with row and column. A checkbox with ``data-mixed`` is neither on nor off.

A large table is sent once: ``values`` say what its rows with a ``data-key`` hold, control by control, and are all that
goes to the browser after an act. ``data-own`` of a control is what it holds where nobody changed it; what stands after
the controls is written where ``data-said`` is.

Acts are numbered and sent until the server has answered, so that none of several in quick succession is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from ui.markup import HERE

_SCRIPT = (HERE / "acting.js").read_text("utf-8")
_LIVE = (HERE / "acting_live.js").read_text("utf-8")


def acting(
    markup: str,
    *,
    key: str,
    on_act: Callable[[str, str], None] | None = None,
    folded: Iterable[str] = (),
    values: Mapping[str, Sequence[str]] | None = None,
) -> tuple[str, str] | None:
    """Shows HTML from a template; gives act and value of what was just pressed. ``folded`` are shut at first. Of
    ``values``, a checkbox holds ``on``, ``some`` or nothing.

    ``on_act`` is told of it before the page is drawn again, so that what it changes shows at once.
    """

    done = f"{key} done"

    def told() -> None:
        for number, act, value in _read(st.session_state[key].get("act")):
            if number > st.session_state.get(done, 0):
                st.session_state[done] = number
                if on_act:
                    on_act(act, value)

    component = st.components.v2.component("guidecheck-acting", js=_SCRIPT, isolate_styles=False)
    shown: dict[str, object] = {"name": key, "html": markup, "folded": list(folded)}
    holds = {"done": st.session_state.get(done, 0), "values": values}
    with st.container(gap=None):
        acts = _read(component(key=key, data=shown | (holds if values is None else {}), on_act_change=told).act)
        if values is not None:
            live = st.components.v2.component("guidecheck-acting-live", js=_LIVE, isolate_styles=False)
            live(key=f"{key} live", data={"name": key, **holds})
    return acts[-1][1:] if acts else None


def _read(acts: object) -> list[tuple[int, str, str]]:
    """What the browser says was pressed, in its order; what is not of that form is passed over."""
    found = acts if isinstance(acts, list | tuple) else ()
    return [
        (act[0], str(act[1]), str(act[2]))
        for act in found
        if isinstance(act, list | tuple) and len(act) == 3 and isinstance(act[0], int)
    ]
