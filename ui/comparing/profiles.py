"""The donor's profile: one that came with guidecheck, one saved here, or a file brought for this comparison."""

from __future__ import annotations

import streamlit as st

from checker.errors import GuidecheckError
from checker.knowledge.model import Profile
from checker.profiles import profile_of
from checker.profiles.naming import name_of
from checker.profiles.shelf import all_profiles
from ui import markup
from ui.choices import one_of
from ui.context import Context
from ui.error_words import in_words
from ui.uploads import drafts_of, stored

_OWN = "own profiles"


def choose_profile(context: Context) -> Profile:
    """Draws the choice."""
    t, language = context.t, context.language
    own: dict[str, Profile] = st.session_state.setdefault(_OWN, {})
    every = {**all_profiles(context.knowledge), **own}
    labels = {key: name_of(profile, language) for key, profile in every.items()}
    ours = context.knowledge.profiles
    labels = dict(sorted(labels.items(), key=lambda item: (item[0] in ours, item[1].casefold())))
    default = next(iter(own), "everything")
    chosen = one_of(t("profile"), labels, key="compare-profile", language=language, default=default)
    return every[chosen]


def bring_profile(context: Context) -> None:
    """Draws a way to bring a file of one's own, which is chosen then."""
    with st.popover(context.t("compare-own-profile"), icon=":material/upload_file:"):
        _bring(context)


def _bring(context: Context) -> None:
    t, own = context.t, st.session_state.setdefault(_OWN, {})
    st.html(markup.html("uploader", t))
    sent = st.file_uploader(t("compare-own-label"), key="compare-own")
    st.caption(markup.plain(t("compare-own-hint")))
    if not st.button(t("compare-own-do"), type="primary", disabled=sent is None, key="compare-own-do") or sent is None:
        return
    try:
        with stored(drafts_of([sent], t)) as (file,):
            profile = profile_of(str(file), context.knowledge)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, t)))
        return
    own[f"own {profile.iri}"] = profile
    for name in [name for name in st.session_state if str(name).startswith("compare-profile ")]:
        del st.session_state[name]
    st.session_state["compare-profile kept"] = f"own {profile.iri}"
    st.rerun()
