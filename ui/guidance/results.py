"""What a search in the guidance found."""

from __future__ import annotations

import streamlit as st

from checker.browsing.nodes import Node, NodeKind, said, title
from checker.browsing.search import guidance_search
from checker.reports import display
from ui import markup
from ui.choices import some_of
from ui.context import Context

AT_ONCE = 8
_KINDS: tuple[NodeKind, ...] = ("requirement", "provision", "document", "theme")


def show_results(query: str, context: Context, *, opened: Node | None) -> Node | None:
    """The results as links; gives the one that was chosen."""
    t, knowledge, language = context.t, context.knowledge, context.language
    found = guidance_search(knowledge, language).find(query)
    chosen: Node | None = None
    with st.container(border=True, gap="xsmall"):
        if not found:
            st.markdown(markup.plain(t("know-found-none", query=query)))
            st.caption(markup.plain(t("know-found-none-hint")))
            return None
        counts = {kind: sum(n.kind == kind for n in found) for kind in _KINDS}
        labels: dict[str, str] = {k: f"{t(f'know-kind-{k}')} {n}" for k, n in counts.items() if n}
        wanted = some_of(t("know-show-only"), labels, key="guidance-kinds", language=language)
        shown = [n for n in found if not wanted or n.kind in wanted]
        limit = st.session_state.get(f"guidance-limit {query}", 3 if opened else AT_ONCE)
        for node in shown[:limit]:
            if link(node, context, key=f"hit-{node.key}"):
                chosen = node
            text = said(node, knowledge, language)
            if text:
                st.caption(markup.plain(display.shorten(text, 220)))
        if len(shown) > limit:
            more = min(AT_ONCE, len(shown) - limit)
            st.button(t("show-more", n=more), on_click=_more, args=(query, limit), key="guidance-more")
    return chosen


def link(node: Node, context: Context, *, key: str, kind: bool = True) -> bool:
    """A thing as a link to it; True where it was just pressed."""
    t = context.t
    name = title(node, context.knowledge, context.language)
    head = f":gray[{markup.plain(t(f'know-kind-{node.kind}'))}] " if kind else ""
    number = f"{node.id} " if node.kind == "requirement" else ""
    label = f"{head}{markup.plain(number + display.shorten(name, 120))}"
    with st.container(key=f"link-{key}"):
        return st.button(label, key=key, type="tertiary")


def _more(query: str, limit: int) -> None:
    st.session_state[f"guidance-limit {query}"] = limit + AT_ONCE
