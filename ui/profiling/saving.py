"""The head of a profile in the making: its names, steps back, and saving it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from checker.errors import GuidecheckError
from checker.profiles.chosen import token_of
from checker.profiles.shelf import TakenError, save, stamp_of
from ui import markup
from ui.context import Context
from ui.error_words import in_words
from ui.profiling.allowed import may
from ui.profiling.keeping import keep, making_now, settle, step_back, steps, turn
from ui.profiling.making import Making, kept_as, named

LONGEST = 200
"""Characters of a name."""
_TAKEN = "profile-taken"


def show_head(making: Making, context: Context) -> None:
    t, language, known = context.t, context.language, context.knowledge
    heading = making.name(language) or t("profile-unnamed")
    st.subheader(markup.plain(heading), anchor=False)
    name, short = st.columns([3, 1])
    with name:
        _ask_name(making, language, language, t("profile-name"))
    with short:
        _ask_short_name(making, t("profile-short-name"), t("profile-short-name-why"))
    with st.container(horizontal=True, vertical_alignment="center"):
        allowed = may("reviewer", context)
        pressed = st.button(
            t("profile-save"), type="primary", icon=":material/save:", key="profile-save", disabled=not allowed
        )
        with st.popover(t("profile-names"), icon=":material/translate:"):
            for tag in known.languages:
                if tag != language:
                    _ask_name(making, tag, language, t("profile-name-in", language=t.language(tag)))
        st.button(t("desk-undo"), icon=":material/undo:", key="profile-undo", on_click=step_back, disabled=not steps())
        st.caption(markup.plain(_standing(making, allowed, context)))
    if pressed:
        _save(making, context, seen=making.stamp)
    if st.session_state.get(_TAKEN) == making.short_name:
        _ask_replacing(making, context)


def _ask_name(making: Making, language: str, page: str, label: str) -> None:
    key = f"profile-name {language} {page} {turn()}"
    st.session_state.setdefault(key, making.label.by_language.get(language, ""))
    st.text_input(
        label, key=key, max_chars=LONGEST, on_change=_name, args=(language, key), placeholder=making.name(language)
    )


def _ask_short_name(making: Making, label: str, why: str) -> None:
    """It can be chosen until the profile is saved."""
    key = f"profile-short-name {making.token} {turn()}"
    st.session_state.setdefault(key, making.token or making.wish)
    st.text_input(
        label, key=key, help=why, placeholder=making.short_name, disabled=bool(making.token), max_chars=60,
        on_change=_wish, args=(key,),
    )  # fmt: skip


def _name(language: str, key: str) -> None:
    making = making_now()
    if making is not None:
        keep(named(making, language, st.session_state[key]))


def _wish(key: str) -> None:
    making = making_now()
    if making is not None and not making.token:
        keep(replace(making, wish=token_of(st.session_state[key])))


def _standing(making: Making, allowed: bool, context: Context) -> str:
    t = context.t
    if not allowed:
        return t("profile-not-allowed")
    if making.saved is None:
        return t("profile-not-saved")
    same = making.saved == making.chosen(context.knowledge)
    return t("profile-is-saved", name=making.token) if same else t("profile-has-changed", name=making.token)


def _save(making: Making, context: Context, *, seen: str, replacing: str = "") -> None:
    t, known = context.t, context.knowledge
    st.session_state.pop(_TAKEN, None)
    if not making.short_name:
        st.error(markup.plain(t("profile-needs-name")))
        return
    if not making.ticked:
        st.error(markup.plain(t("profile-needs-tick")))
        return
    chosen = making.chosen(known)
    if not may("reviewer", context):
        return
    try:
        save(chosen, known, replacing=replacing or making.token, seen=seen)
    except TakenError:
        st.session_state[_TAKEN] = chosen.token
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, t)))
    else:
        settle(kept_as(making, chosen, stamp_of(chosen.token)))
        st.toast(markup.plain(t("profile-saved", name=chosen.token)), icon=":material/check:", duration="long")
        st.rerun()


def _ask_replacing(making: Making, context: Context) -> None:
    t = context.t
    st.warning(markup.plain(t("profile-taken" if not making.token else "profile-changed-by", name=making.short_name)))
    if st.button(t("profile-replace"), key="profile-replace", icon=":material/published_with_changes:"):
        _save(making, context, seen="", replacing=making.short_name)
