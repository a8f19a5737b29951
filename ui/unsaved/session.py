"""What is under way in a session, and its file: kept at every change, and named in the address for a reload."""

from __future__ import annotations

import logging

import streamlit as st

from ui import markup
from ui.access import Admitted, at_the_page
from ui.context import Context
from ui.unsaved.folder import Kind, drop, new_id, read, write

_LOG = logging.getLogger("guidecheck.ui")
_ASKED = "unsaved"
"""The parameter of the address."""


def person() -> str:
    """Whose folder it is: the address that somebody signed in with, or the one person of this machine."""
    found = at_the_page()
    return found.email if isinstance(found, Admitted) else ""


def id_now(kind: Kind) -> str:
    """The id of what is under way; it gets one when it is first asked for."""
    return str(st.session_state.setdefault(f"unsaved {kind}", new_id()))


def begin_as(kind: Kind, id: str = "") -> None:
    """Something else is under way now: a new thing, or one that has a file."""
    st.session_state[f"unsaved {kind}"] = id or new_id()


def asked_for(kind: Kind) -> bytes | None:
    """What the address names, if it is there; it is then what is under way."""
    id = st.query_params.get(_ASKED, "")
    data = read(person(), kind, id)
    if data is not None:
        begin_as(kind, id)
    return data


def keep_file(kind: Kind, data: bytes | None, context: Context) -> None:
    """Keeps what is under way as it is now; without data there is nothing to keep of it."""
    id, was = id_now(kind), f"unsaved {kind} written"
    if st.session_state.get(was) != (id, data):
        try:
            if data is None:
                drop(person(), kind, id)
            else:
                write(person(), kind, id, data)
        except OSError:
            _LOG.exception("what is typed cannot be kept")
            st.warning(markup.plain(context.t("unsaved-not-kept")))
            return
        st.session_state[was] = id, data
    if data is not None:
        st.query_params[_ASKED] = id
    elif _ASKED in st.query_params:
        del st.query_params[_ASKED]
