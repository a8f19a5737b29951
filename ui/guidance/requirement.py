"""A requirement's page: all that is known of it."""

from __future__ import annotations

import streamlit as st

from checker.browsing.cases import worked_cases
from checker.knowledge.model import Requirement
from checker.profiles.naming import name_of
from checker.profiles.shelf import all_profiles
from checker.verdict_words import verdict_words
from ui import markup
from ui.context import Context


def show_requirement(requirement: Requirement, context: Context) -> None:
    """Statement, claims and guidance at once; examples, cases and verdicts when asked for."""
    t, known, language = context.t, context.knowledge, context.language
    theme = known.themes.get(requirement.theme)
    st.html(markup.html("know_requirement_head", t, r=requirement, theme=theme, language=language))
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.html(markup.html("know_requirement", t, r=requirement, language=language))
        if _asked_for(t("know-passages"), f"passages-{requirement.id}"):
            passages = [p for p in known.passages.get(requirement.id, ()) if p.language == language]
            names = {name: c.name.in_(language) for c in requirement.claims for name in (c.id, c.iri)}
            st.html(markup.html("know_passages", t, passages=passages, names=names, language=language))
        if (cases := worked_cases().get(requirement.id, ())) and _asked_for(
            t("know-cases", n=len(cases)), f"cases-{requirement.id}"
        ):
            kinds = {kind.id: kind.label.in_(language) for kind in known.kinds.values()}
            st.html(markup.html("know_cases", t, cases=cases, kinds=kinds))
        if _asked_for(t("ref-when"), f"when-{requirement.id}"):
            st.html(markup.html("know_when", t, when=verdict_words(requirement, t, language)))
    with right:
        provisions = [known.provisions[p] for p in requirement.provisions if p in known.provisions]
        profiles = [
            (name_of(p, language), p.strengths.get(requirement.id, requirement.strength), p)
            for p in all_profiles(known).values()
            if requirement.id in p.requirements
        ]
        kinds_of = [known.kinds[kind].label.in_(language) for kind in requirement.kinds]
        st.html(
            markup.html(
                "know_sources", t, r=requirement, provisions=provisions, documents=known.documents,
                profiles=profiles, kinds=kinds_of, language=language,
            )
        )  # fmt: skip


def _asked_for(label: str, key: str) -> bool:
    """True where a person opened that part; it is read no sooner."""
    return st.toggle(markup.plain(label), key=f"know-{key}")
