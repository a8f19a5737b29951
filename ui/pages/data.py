"""Check data: RDF and filled forms, with the lines to look at."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from checker.profiles.naming import names
from checker.selection import FORM
from ui import markup
from ui.checking.progress import follow
from ui.choices import forget, one_of
from ui.context import Context
from ui.data.example import PARTS, example
from ui.data.results import show_errors, show_found
from ui.data.running import MOST_MB, SECONDS, DataChecked, DataChecking, endings, fitting
from ui.going import go
from ui.kept_uploads import kept_uploads, let_go
from ui.uploads import Draft

_CHECKING, _CHECKED, _STOPPED = "data-checking", "data-checked", "data-stopped"


@dataclass(frozen=True, slots=True)
class _Asked:
    drafts: tuple[Draft, ...]
    profile: str
    pressed: bool


def show(context: Context) -> None:
    """Draws the page."""
    t = context.t
    st.html(markup.KNOWLEDGE_STYLE)
    st.header(markup.plain(t("page-data")), anchor=False)
    st.html(markup.html("data_lead", t))
    under_way = _under_way()
    asked = _ask(context, busy=under_way is not None)
    if asked.pressed and under_way is None:
        _begin(asked.drafts, asked.profile, context)
        st.rerun()
    if under_way is not None:
        follow(under_way, t)
        return
    if st.session_state.get(_STOPPED):
        st.info(markup.plain(t("check-stopped")))
    checked: DataChecked | None = st.session_state.get(_CHECKED)
    if checked is None:
        _teach(asked.profile, context)
        return
    show_errors(checked, context)
    if checked.report is not None and checked.report.inputs:
        show_found(checked, context)


def _ask(context: Context, *, busy: bool) -> _Asked:
    """What to check, and under which profile."""
    t, language = context.t, context.language
    st.html(markup.html("uploader", t))
    uploads = st.file_uploader(
        t("data-drop"), key="data-upload", accept_multiple_files=True, max_upload_size=MOST_MB,
        on_change=let_go, args=("data-drafts",),
    )  # fmt: skip
    said = t("data-formats", endings=" ".join(endings()[:-1]), form=FORM, mb=MOST_MB, minutes=round(SECONDS / 60))
    st.caption(markup.plain(said))
    drafts = kept_uploads(uploads, t, key="data-drafts")
    labels = names(context.knowledge, language)
    chosen, press = st.columns([3, 1], vertical_alignment="bottom")
    with chosen:
        profile = one_of(t("profile"), labels, key="data-profile", language=language, default="everything")
    with press:
        idle = busy or not drafts
        pressed = st.button(t("check"), type="primary", disabled=idle, key="data-check", width="stretch")
    return _Asked(drafts, profile, pressed)


def _teach(profile: str, context: Context) -> None:
    """A small file explained, which can be checked at once."""
    t, shown = context.t, example(context.language, context.t)
    lines, hit = shown.data.decode().splitlines(), {n for _, n in PARTS}
    st.html(markup.html("data_start", t, parts=PARTS, lines=lines, hit=hit))
    with st.container(horizontal=True):
        if st.button(t("data-try"), key="data-try", icon=":material/play_arrow:"):
            _begin((shown,), profile, context)
            st.rerun()
        if st.button(t("data-to-form"), key="data-to-form", icon=":material/edit_note:", type="tertiary"):
            go("describe")


def _begin(drafts: tuple[Draft, ...], profile: str, context: Context) -> None:
    for name in (_STOPPED, _CHECKED, "data-limit"):
        st.session_state.pop(name, None)
    forget("data-draft")
    fit, errors = fitting(drafts, context.t)
    if fit:
        st.session_state[_CHECKING] = DataChecking(fit, profile, errors)
    else:
        st.session_state[_CHECKED] = DataChecked(drafts, None, errors, (), {})


def _under_way() -> DataChecking | None:
    """The check that still runs; one that has ended leaves its result."""
    checking: DataChecking | None = st.session_state.get(_CHECKING)
    if checking is None or checking.job.running:
        return checking
    del st.session_state[_CHECKING]
    if checking.checked is not None:
        st.session_state[_CHECKED] = checking.checked
    else:
        st.session_state[_STOPPED] = True
    return None
