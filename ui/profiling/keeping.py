"""Where the profile in the making lives: in the session, with the steps back, apart from the widgets that show it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from checker.knowledge import Knowledge
from ui.profiling.kept import as_file
from ui.profiling.making import Making
from ui.unsaved.session import begin_as, id_now

_MAKING, _PAST, _TURN, _LINE = "profile-making", "profile-past", "profile-turn", "profile-line"
_BEGUN, _IDS = "profile-begun", "profile-ids"
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


def keep_instead(making: Making, *, kept: bool = False) -> None:
    """Another profile altogether: widgets show its name, not that of the one before. ``kept`` says that it was begun
    earlier and has a file; another one has a file as soon as a person changes it."""
    st.session_state[_IDS] = _ids() | {_line(): id_now("profile")}
    begin_as("profile")
    st.session_state[_BEGUN] = None if kept else making
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


def unsaved(making: Making, knowledge: Knowledge) -> bytes | None:
    """What is to be kept of it: nothing while it is as it was begun, and once it is saved."""
    if making == st.session_state.get(_BEGUN) or making == Making():
        return None
    if making.saved is not None and making.saved == making.chosen(knowledge):
        return None
    return as_file(making)


def steps() -> int:
    return len(_past())


def step_back() -> None:
    *past, (line, before) = _past()
    if line != _line():
        st.session_state[_BEGUN] = None
        begin_as("profile", _ids().get(line, ""))
    st.session_state[_PAST], st.session_state[_LINE], st.session_state[_MAKING] = past, line, before
    st.session_state[_TURN] = turn() + 1


def turn() -> int:
    """Differs from profile to profile and after each step back; part of the keys of widgets."""
    return int(st.session_state.get(_TURN, 0))


def _past() -> list[tuple[int, Making]]:
    """Each with the number of the profile that it is a step of."""
    return list(st.session_state.get(_PAST, []))


def _ids() -> dict[int, str]:
    """The ids of their files, by the number of the profile."""
    return dict(st.session_state.get(_IDS, {}))


def _line() -> int:
    return int(st.session_state.get(_LINE, 0))
