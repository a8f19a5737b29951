"""Where a profile begins: one that is saved, a copy, a file, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from checker.descriptions.syntaxes import SYNTAXES
from checker.errors import GuidecheckError, InputError
from checker.knowledge import Knowledge
from checker.profiles.chosen import Chosen, chosen_of, copied, token_of
from checker.profiles.naming import names
from checker.profiles.opening import opened
from checker.profiles.shelf import file_of, shelf, stamp_of
from checker.reports.texts import Wording
from ui import markup
from ui.acting import acting
from ui.choices import one_of
from ui.context import Context
from ui.data.excerpts import excerpt
from ui.error_words import in_words
from ui.profiling.allowed import may
from ui.profiling.deleting import ask_deleting
from ui.profiling.keeping import keep_instead, making_now, turn
from ui.profiling.making import Making, kept_as, making_of
from ui.uploads import Draft, drafts_of, stored

MOST_MB = 2
NOTHING = ""
"""What a profile starts from where it starts from no other."""


def show_saved(context: Context) -> None:
    """Draws what is saved here, each with what can be done with it."""
    t, known = context.t, context.knowledge
    found = shelf(known)
    for error in found.errors:
        st.warning(markup.plain(in_words(error, t)))
    if not found.profiles:
        return
    making, called = making_now(), names(known, context.language)
    saved = [(p.id, called[p.id], len(p.requirements)) for p in found.profiles.values()]
    saved.sort(key=lambda line: line[1].casefold())
    acts = ["edit", "copy", *(["delete"] if may("administrator", context) else [])]
    now = making.token if making else ""
    said = markup.html("profile_saved", t, saved=saved, acts=acts, now=now)
    ask_deleting(acting(said, key="profile-saved-ones", on_act=partial(_act, known)), context)


def show_begin(context: Context) -> None:
    """Draws the ways to begin another one."""
    t, known, language = context.t, context.knowledge, context.language
    bases = {NOTHING: t("profile-from-nothing"), **names(known, language)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        base = one_of(t("profile-start"), bases, key="profile-base", language=language, default=NOTHING)
        st.button(
            t("profile-begin"), key="profile-begin", icon=":material/add:", on_click=_begin, args=(base, known),
            type="secondary" if making_now() else "primary",
        )  # fmt: skip
        with st.popover(t("profile-open"), icon=":material/upload_file:"):
            _bring(context)


def opened_making(token: str, known: Knowledge) -> Making:
    """A saved profile to go on with. Raises InputError where its file is wrong by now."""
    stamp, chosen = stamp_of(token), opened(file_of(token), known)
    return kept_as(making_of(chosen), chosen, stamp)


def making_from(upload: Draft, known: Knowledge, t: Wording) -> Making:
    """A profile's file to go on with; it is saved nowhere yet. Raises InputError."""
    if len(upload.data) > MOST_MB * 2**20:
        raise InputError(t("upload-too-large", n=MOST_MB), where=upload.name)
    with stored((upload,)) as (file,):
        if file.suffix.lower() not in SYNTAXES:
            raise InputError(t("profile-not-turtle"), where=upload.name)
        making = making_of(opened(file, known))
    return replace(making, wish="") if making.wish in known.profiles else making


def _begin(base: str, known: Knowledge) -> None:
    if base == NOTHING:
        keep_instead(Making())
    elif base in known.profiles:
        keep_instead(making_of(copied(chosen_of(known.profiles[base], known))))
    else:
        _act(known, "copy", base)


def _act(known: Knowledge, act: str, token: str) -> None:
    if act not in ("edit", "copy") or token != token_of(token):
        return
    try:
        making = opened_making(token, known)
    except GuidecheckError:
        return  # it is gone or wrong by now, which the page says when it is drawn
    keep_instead(making if act == "edit" else making_of(copied(_chosen(making))))


def _chosen(making: Making) -> Chosen:
    assert making.saved is not None  # noqa: S101 - it was opened from where it is saved
    return making.saved


def _bring(context: Context) -> None:
    t, known = context.t, context.knowledge
    st.html(markup.html("uploader", t))
    sent = st.file_uploader(t("compare-own-label"), key=f"profile-file {turn()}", max_upload_size=MOST_MB)
    st.caption(markup.plain(t("profile-open-hint")))
    if sent is None:
        return
    (draft,) = drafts_of([sent], t)
    try:
        making = making_from(draft, known, t)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, t)))
        line = error.where.rpartition(":")[2]
        if line.isdecimal():
            st.html(
                markup.html(
                    "data_lines",
                    t,
                    lines=excerpt(draft.data.decode("utf-8", "replace").splitlines(), int(line), int(line)),
                )
            )
        return
    keep_instead(making)
    st.toast(markup.plain(t("profile-opened", file=draft.name)), icon=":material/check:")
    st.rerun()
