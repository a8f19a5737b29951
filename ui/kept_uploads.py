"""Uploads outlast a visit to another page, though the uploader forgets them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from checker.reports.texts import Wording
from ui import markup
from ui.uploads import Draft, drafts_of


def kept_uploads(uploads: Sequence[Any], t: Wording, *, key: str) -> tuple[Draft, ...]:
    """The uploads, or else those from before, which are then listed with a way to let them go."""
    if uploads:
        st.session_state[key] = drafts_of(uploads, t)
        return tuple(st.session_state[key])
    kept: tuple[Draft, ...] = st.session_state.get(key, ())
    if kept:
        st.html(markup.html("kept", t, names=[draft.name for draft in kept]))
        away = partial(let_go, key)
        st.button(t("drop-let-go"), type="tertiary", icon=":material/close:", key=f"{key}-let-go", on_click=away)
    return kept


def let_go(key: str) -> None:
    st.session_state.pop(key, None)
