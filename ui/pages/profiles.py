"""A donor's own profile: requirements ticked, their strengths and weights, saved as Turtle and at once of use."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from checker.errors import GuidecheckError
from checker.knowledge.model import Text
from checker.profiles.chosen import MOST_WEIGHT, PLAIN_WEIGHT, Asked, Chosen, as_turtle, chosen_of, token_of
from checker.profiles.shelf import all_profiles, save, shelf
from checker.report import STRENGTHS
from ui import markup
from ui.choices import one_of
from ui.context import Context
from ui.error_words import in_words

_CHOSEN, _TURN, _REPLACING = "profile-chosen", "profile-turn", "profile-replacing"
_ON, _ID, _TITLE, _STRENGTH, _WEIGHT = "on", "id", "title", "strength", "weight"


def show(context: Context) -> None:
    """Draws the page."""
    t, known, language = context.t, context.knowledge, context.language
    st.header(markup.plain(t("page-profiles")), anchor=False)
    st.html(markup.html("profile_lead", t))
    for error in shelf(known).errors:
        st.warning(markup.plain(in_words(error, t)))
    everyone = all_profiles(known)
    labels = {p.id: p.label.in_(language) or p.id for p in everyone.values()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        base = one_of(t("profile-start"), labels, key="profile-base", language=language, default="everything")
        begun = st.button(t("profile-begin"), key="profile-begin", icon=":material/edit:")
    if begun or _CHOSEN not in st.session_state:
        found = chosen_of(everyone[base], known)
        own = base not in known.profiles
        st.session_state[_CHOSEN] = found if own else replace(found, token="", label=Text())
        st.session_state[_REPLACING] = base if own else ""
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    _edit(context)


def _edit(context: Context) -> None:
    t, known, language = context.t, context.knowledge, context.language
    chosen: Chosen = st.session_state[_CHOSEN]
    turn = st.session_state[_TURN]
    key = f"profile-name {turn}"
    st.session_state.setdefault(key, chosen.label.in_(language))
    name = st.text_input(t("profile-name"), key=key)
    label = chosen.label if name == chosen.label.in_(language) else Text({"en": name})
    themes = {"": t("all"), **{theme.id: theme.label.in_(language) for theme in known.themes.values()}}
    kinds = {"": t("all"), **{kind.id: kind.label.in_(language) for kind in known.kinds.values()}}
    left, right = st.columns(2)
    with left:
        theme = one_of(t("theme"), themes, key="profile-theme", language=language, default="")
    with right:
        kind = one_of(t("kind-of-draft"), kinds, key="profile-kind", language=language, default="")
    rows = [r for r in known.requirements.values() if (not theme or r.theme == theme) and (not kind or kind in r.kinds)]
    words = {s: t(f"strength-{s}") for s in STRENGTHS}
    before = [
        {
            _ON: r.id in chosen.asked,
            _ID: r.id,
            _TITLE: r.title.in_(language),
            _STRENGTH: words[chosen.asked[r.id].strength if r.id in chosen.asked else r.strength],
            _WEIGHT: chosen.asked[r.id].weight if r.id in chosen.asked else PLAIN_WEIGHT,
        }
        for r in rows
    ]
    after: list[dict[str, Any]] = st.data_editor(
        before, hide_index=True, height=460, key=f"profile-rows {turn} {theme} {kind} {language}",
        disabled=[_ID, _TITLE],
        column_config={
            _ON: st.column_config.CheckboxColumn(t("profile-asked")),
            _ID: t("column-id"),
            _TITLE: t("column-title"),
            _STRENGTH: st.column_config.SelectboxColumn(t("strength"), options=list(words.values()), required=True),
            _WEIGHT: st.column_config.NumberColumn(
                t("profile-weight"), min_value=0.01, max_value=MOST_WEIGHT, required=True
            ),
        },
    )  # fmt: skip
    strengths = {said: s for s, said in words.items()}
    asked = dict(chosen.asked)
    for row in after:
        asked.pop(row[_ID], None)
        if row[_ON]:
            asked[row[_ID]] = Asked(strengths[row[_STRENGTH]], float(row[_WEIGHT]))
    st.session_state[_CHOSEN] = replace(chosen, asked=asked)  # outlasts another filter, language or page
    token = chosen.token or token_of(name)
    now = Chosen(token, label, asked)
    st.caption(markup.plain(t("profile-holds", n=len(asked))))
    with st.container(horizontal=True):
        may = context.desk is None or context.desk.may("reviewer")
        if st.button(t("profile-save"), type="primary", disabled=not may or not name.strip(), key="profile-save"):
            try:
                save(now, known, replacing=st.session_state[_REPLACING])
            except GuidecheckError as error:
                st.error(markup.plain(in_words(error, t)))
            else:
                st.session_state[_CHOSEN], st.session_state[_REPLACING] = now, token
                st.success(markup.plain(t("profile-saved", name=token)))
        st.download_button(
            t("form-as-turtle"), as_turtle(now, known), file_name=f"{token or 'profile'}.ttl", mime="text/turtle",
            on_click="ignore", icon=":material/download:", disabled=not name.strip(), key="profile-turtle",
        )  # fmt: skip
