"""Choices that outlast a change of the page's language.

Streamlit's browser side keeps showing the old words of a choice that has the same key, so each language
has a key of its own; what was chosen is kept beside them.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def one_of(label: str, choices: Mapping[str, str], *, key: str, language: str, default: str) -> str:
    """One of ``choices``, each a value with its label; drawn as a select box."""
    before = st.session_state.get(_kept(key), default)
    tied = _tie(key, language, before if before in choices else default)
    _let_go(tied, choices, default)
    chosen = st.selectbox(label, list(choices), format_func=lambda value: choices.get(value, value), key=tied)
    st.session_state[_kept(key)] = chosen
    return str(chosen)


def view_of(label: str, choices: Mapping[str, str], *, key: str, language: str, default: str) -> str:
    """One of a few ``choices``, drawn side by side without the label, which is read aloud."""
    before = st.session_state.get(_kept(key), default)
    tied = _tie(key, language, before if before in choices else default)
    values = list(choices)
    chosen = st.segmented_control(
        label, values, format_func=lambda value: choices[value], key=tied, label_visibility="collapsed", required=True
    )
    st.session_state[_kept(key)] = chosen or default
    return str(chosen or default)


def some_of(label: str, choices: Mapping[str, str], *, key: str, language: str) -> list[str]:
    """Any of ``choices``; drawn as pills."""
    before = st.session_state.get(_kept(key), [])
    tied = _tie(key, language, [value for value in before if value in choices])
    values = list(choices)
    chosen = st.pills(label, values, selection_mode="multi", format_func=lambda value: choices[value], key=tied)
    st.session_state[_kept(key)] = chosen
    return list(chosen)


def choose(key: str, value: str, language: str) -> None:
    """Makes a choice for the person, before it is drawn."""
    st.session_state[f"{key} {language}"] = value
    st.session_state[_kept(key)] = value


def forget(key: str) -> None:
    """The choice is its default again."""
    for name in [name for name in st.session_state if str(name).startswith(f"{key} ")]:
        del st.session_state[name]


def _tie(key: str, language: str, value: str | list[str]) -> str:
    tied = f"{key} {language}"
    if tied not in st.session_state:
        st.session_state[tied] = value
    return tied


def _let_go(tied: str, choices: Mapping[str, str], default: str) -> None:
    """What is chosen may have been taken away meanwhile."""
    if st.session_state[tied] not in choices:
        st.session_state[tied] = default


def _kept(key: str) -> str:
    return f"{key} kept"
