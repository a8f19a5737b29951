"""Where the profile in the making lives: in the session, with the steps back, apart from the widgets that show it."""

from __future__ import annotations

import streamlit as st

from ui.profiling.making import Making

_MAKING, _PAST, _TURN = "profile-making", "profile-past", "profile-turn"
_LONGEST = 100


def making_now() -> Making | None:
    """None where none was begun."""
    return st.session_state.get(_MAKING)


def keep(making: Making) -> None:
    """Goes one step on."""
    before = making_now()
    if before is not None and before != making:
        st.session_state[_PAST] = [*st.session_state.get(_PAST, []), before][-_LONGEST:]
    st.session_state[_MAKING] = making


def keep_instead(making: Making) -> None:
    """Another profile altogether: widgets show its name, not that of the one before."""
    keep(making)
    st.session_state[_TURN] = turn() + 1


def settle(making: Making) -> None:
    """The same in other words, such as that it is saved now: no step to go back on."""
    st.session_state[_MAKING] = making


def steps() -> int:
    return len(st.session_state.get(_PAST, []))


def step_back() -> None:
    *past, before = st.session_state[_PAST]
    st.session_state[_PAST], st.session_state[_MAKING] = past, before
    st.session_state[_TURN] = turn() + 1


def turn() -> int:
    """Differs from profile to profile; part of the keys of widgets."""
    return int(st.session_state.get(_TURN, 0))
