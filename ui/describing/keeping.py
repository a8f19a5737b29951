"""Where the form lives while a person writes: in the session, apart from the widgets that show it, and in a file."""

from __future__ import annotations

import streamlit as st

from checker.descriptions.forms.answers import FilledForm
from ui.context import Context
from ui.describing.form import empty_form
from ui.describing.kept import from_file
from ui.unsaved.session import asked_for, begin_as

_FORM, _TURN = "describe-form", "describe-turn"
KIND = "programme"
"""What a form is for until another kind is chosen."""


def begin(context: Context) -> FilledForm:
    """The form as it is, or the one that the page was left with, or an empty one."""
    if _FORM not in st.session_state:
        left = asked_for("form")
        found = from_file(left, context.knowledge) if left else None
        st.session_state[_FORM] = found or empty_form(KIND, context.language)
    return form_now()


def form_now() -> FilledForm:
    found: FilledForm = st.session_state[_FORM]
    return found


def keep(form: FilledForm) -> None:
    st.session_state[_FORM] = form


def replace_by(form: FilledForm) -> None:
    """Another form altogether: widgets show its answers, not those of the one before."""
    keep(form)
    begin_as("form")
    st.session_state[_TURN] = turn() + 1


def turn() -> int:
    """Differs from form to form; part of the keys of widgets."""
    return int(st.session_state.get(_TURN, 0))
