"""The way in: documents, themes and requirements, each with how much stands behind it."""

from __future__ import annotations

import streamlit as st

from checker.browsing.nodes import Node
from checker.browsing.walk import provisions_of, requirements_in, requirements_on
from ui import markup
from ui.choices import one_of
from ui.context import Context
from ui.guidance.results import link

_KINDS = ("document", "theme", "requirement")


def show_overview(context: Context) -> Node | None:
    """Gives what was chosen."""
    t, language = context.t, context.language
    st.html(markup.html("know_lead", t, numbers=_numbers(context)))
    chosen: Node | None = None
    documents, themes, requirements = st.tabs([t(f"know-tab-{kind}") for kind in _KINDS])
    with documents, st.container(horizontal=True, gap="small"):
        for name in context.knowledge.documents:
            provisions = provisions_of(context.knowledge, name)
            resting = {r for p in provisions for r in requirements_on(context.knowledge, p)}
            with st.container(border=True, width=280):
                if link(Node("document", name), context, key=f"open-document-{name}", kind=False):
                    chosen = Node("document", name)
                st.caption(markup.plain(t("know-document-holds", provisions=len(provisions), n=len(resting))))
    with themes:
        columns = st.columns(3)
        labels = {theme.id: theme.label.in_(language) for theme in context.knowledge.themes.values()}
        for number, name in enumerate(sorted(labels, key=lambda theme: labels[theme].casefold())):
            with columns[number % 3]:
                if link(Node("theme", name), context, key=f"open-theme-{name}", kind=False):
                    chosen = Node("theme", name)
                count = len(requirements_in(context.knowledge, name))
                st.caption(markup.plain(t("ref-requirements-n", n=count)))
    with requirements:
        kinds = {"": t("all"), **{k.id: k.label.in_(language) for k in context.knowledge.kinds.values()}}
        kind = one_of(t("kind-of-draft"), kinds, key="guidance-kind", language=language, default="")
        rows = [r for r in context.knowledge.requirements.values() if not kind or kind in r.kinds]
        picked = st.dataframe(
            {
                t("column-id"): [r.id for r in rows],
                t("column-title"): [r.title.in_(language) for r in rows],
                t("strength"): [t(f"strength-{r.strength}") for r in rows],
                t("theme"): [context.knowledge.themes[r.theme].label.in_(language) for r in rows],
            },
            hide_index=True,
            on_select="rerun",
            selection_mode="single-cell",
            key=f"guidance-rows-{kind}-{language}",
            height=520,
        )
        st.caption(markup.plain(t("know-rows-hint")))
        cells = picked["selection"]["cells"] if picked else []
        if cells and 0 <= cells[0][0] < len(rows):
            chosen = Node("requirement", rows[cells[0][0]].id)
    return chosen


def _numbers(context: Context) -> dict[str, int]:
    known = context.knowledge
    return {"documents": len(known.documents), "provisions": len(known.provisions), "n": len(known.requirements)}
