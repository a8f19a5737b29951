"""Where the profile in the making lives: in the session, with the steps back, apart from the widgets that show it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from ui.profiling.making import Making

_MAKING, _PAST, _TURN, _LINE = "profile-making", "profile-past", "profile-turn", "profile-line"
_LONGEST = 100


def making_now() -> Making | None:
    """None where none was begun."""
    return st.session_state.get(_MAKING)


def keep(making: Making) -> None:
    """Goes one step on."""
    before = making_now()
    if before is not None and before != making:
        st.session_state[_PAST] = [*_past(), (_line(), before)][-_LONGEST:]
    st.session_state[_MAKING] = making


def keep_instead(making: Making) -> None:
    """Another profile altogether: widgets show its name, not that of the one before."""
    keep(making)
    st.session_state[_TURN] = st.session_state[_LINE] = turn() + 1


def settle(making: Making) -> None:
    """It is saved now, or no longer: no step to go back on, and so are the steps that led to it."""
    is_saved = {"token": making.token, "wish": making.wish, "saved": making.saved, "stamp": making.stamp}
    st.session_state[_PAST] = [
        (line, replace(before, **is_saved) if line == _line() else before)  # type: ignore[arg-type]
        for line, before in _past()
    ]
    st.session_state[_MAKING] = making


def steps() -> int:
    return len(_past())


def step_back() -> None:
    *past, (line, before) = _past()
    st.session_state[_PAST], st.session_state[_LINE], st.session_state[_MAKING] = past, line, before
    st.session_state[_TURN] = turn() + 1


def turn() -> int:
    """Differs from profile to profile and after each step back; part of the keys of widgets."""
    return int(st.session_state.get(_TURN, 0))


def _past() -> list[tuple[int, Making]]:
    """Each with the number of the profile that it is a step of."""
    return list(st.session_state.get(_PAST, []))


def _line() -> int:
    return int(st.session_state.get(_LINE, 0))
