"""What else was begun: gone on with, or thrown away, which can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui import markup
from ui.acting import acting
from ui.context import Context
from ui.unsaved.folder import Kind, drop, listed, read, write
from ui.unsaved.session import begin_as, id_now, person

Told = Callable[[bytes], tuple[str, str] | None]
"""Name and size in words of what a file holds; None where it holds nothing of the kind."""


def show_begun(kind: Kind, told: Told, take: Callable[[bytes], None], context: Context) -> None:
    """Draws the list, without what is under way. ``take`` puts what is gone on with in its place."""
    t, thrown = context.t, f"unsaved {kind} thrown"
    rows = []
    for one in listed(person(), kind):
        said = told(one.data) if one.id != id_now(kind) else None
        if said is not None:
            name, size = said
            rows.append((one.id, name or t("unsaved-nameless"), size, t.date(one.changed)))
    back: tuple[str, bytes] | None = st.session_state.get(thrown)
    if rows:
        said_rows = markup.html("unsaved", t, rows=rows)
        acting(said_rows, key=f"unsaved-{kind}", on_act=partial(_act, kind, take))
    if back is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            name, _ = told(back[1]) or ("", "")
            st.caption(markup.plain(t("unsaved-thrown", name=name or t("unsaved-nameless"))))
            if st.button(t("form-bring-back"), type="tertiary", key=f"unsaved-{kind}-back"):
                write(person(), kind, *back)
                del st.session_state[thrown]
                st.rerun()


def _act(kind: Kind, take: Callable[[bytes], None], act: str, id: str) -> None:
    data = read(person(), kind, id)
    if data is None:
        return
    if act == "go-on":
        take(data)
        begin_as(kind, id)
    elif act == "let-go":
        st.session_state[f"unsaved {kind} thrown"] = id, data
        drop(person(), kind, id)
