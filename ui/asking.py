"""What to check and how: the drafts, their kind and language, the profile, and the button."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from checker.check import Options
from checker.knowledge import Knowledge
from checker.profiles.naming import names
from checker.reports.texts import Wording
from ui import markup
from ui.choices import one_of
from ui.kept_uploads import kept_uploads, let_go
from ui.uploads import MOST_MB, Draft

FIND_OUT = ""
"""The choice that leaves kind or language to the checker."""


@dataclass(frozen=True)
class Asked:
    """The drafts, the options, and whether the button was pressed."""

    drafts: tuple[Draft, ...]
    options: Options
    pressed: bool

    @property
    def signature(self) -> tuple[object, ...]:
        """Differs where another check would be of other files or by other options."""
        return tuple((draft.name, len(draft.data), hash(draft.data)) for draft in self.drafts), self.options


def ask(knowledge: Knowledge, language: str, t: Wording, *, busy: bool = False) -> Asked:
    """Draws the questions; nothing can be started while the page is ``busy``."""
    st.html(markup.html("uploader", t))
    uploads = st.file_uploader(
        t("drop-label"), accept_multiple_files=True, key="uploads", on_change=let_go, args=("drafts",)
    )
    st.caption(markup.plain(t("drop-hint", n=MOST_MB)))
    drafts = kept_uploads(uploads, t, key="drafts")
    kind = choose_kind(knowledge, language, t, key="kind")
    draft_language = choose_draft_language(knowledge, language, t, key="draft-language")
    profile = choose_profile(knowledge, language, t, key="profile")
    pressed = st.button(t("check"), type="primary", width="stretch", disabled=busy or not drafts, key="check")
    return Asked(drafts, Options(profile=profile, kind=kind or None, language=draft_language or None), pressed)


def choose_kind(knowledge: Knowledge, language: str, t: Wording, *, key: str, found: str = FIND_OUT) -> str:
    """A kind's id, or FIND_OUT."""
    labels = {kind.id: kind.label.in_(language) for kind in knowledge.kinds.values()}
    choices = {FIND_OUT: t("find-out"), **_sorted(labels)}
    return one_of(t("kind-of-draft"), choices, key=key, language=language, default=found)


def choose_draft_language(knowledge: Knowledge, language: str, t: Wording, *, key: str, found: str = FIND_OUT) -> str:
    """The tag of the draft's language, or FIND_OUT."""
    choices = {FIND_OUT: t("find-out"), **{tag: t.language(tag) for tag in knowledge.languages}}
    return one_of(t("language-of-draft"), choices, key=key, language=language, default=found)


def choose_profile(knowledge: Knowledge, language: str, t: Wording, *, key: str, found: str = Options().profile) -> str:
    """A profile's id."""
    default = Options().profile
    labels = _sorted(names(knowledge, language))
    choices = {default: labels.pop(default), **labels}
    return one_of(t("profile"), choices, key=key, language=language, default=found)


def _sorted(labels: dict[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=lambda item: item[1].casefold()))
