"""The guidance to read and walk in: search, documents, themes, requirements, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from checker.browsing.nodes import NODE_KINDS, Node, node_of
from checker.knowledge import Knowledge
from ui import markup
from ui.context import Context
from ui.guidance.detail import show_node
from ui.guidance.overview import show_overview
from ui.guidance.results import show_results

_NODE = "guidance-node"
_QUERY = "guidance-query"


def show(context: Context) -> None:
    """Draws the page; ``?requirement=SOP-07`` and its like in the address open that thing."""
    t = context.t
    st.html(markup.KNOWLEDGE_STYLE)
    st.header(markup.plain(t("page-guidance")), anchor=False)
    node, unknown = asked_for(st.query_params.to_dict(), context.knowledge)
    if node is None and not unknown:
        node = st.session_state.get(_NODE)
    st.session_state[_NODE] = node
    with st.container(horizontal=True, vertical_alignment="bottom"):
        query = st.text_input(
            t("know-search"),
            key=_QUERY,
            icon=":material/search:",
            placeholder=t("know-search-example"),
            persist_state="session",
        )
        if node is not None or query:
            st.button(t("know-overview"), on_click=_overview, icon=":material/home:", key="guidance-overview")
    if unknown:
        st.warning(markup.plain(t("know-unknown", name=unknown)))
    if query:
        found = show_results(query, context, opened=node)
        if found is not None:
            _open(found)
            st.rerun()
    if node is not None:
        walked = show_node(node, context)
        if walked is not None:
            _open(walked)
            st.rerun()
    elif not query:
        chosen = show_overview(context)
        if chosen is not None:
            _open(chosen)
            st.rerun()


def asked_for(params: Mapping[str, str], knowledge: Knowledge) -> tuple[Node | None, str]:
    """The thing that an address names, or the name of one that does not exist."""
    for kind in NODE_KINDS:
        if name := params.get(kind):
            node = node_of(f"{kind}:{name}", knowledge)
            return node, "" if node else name
    return None, ""


def _open(node: Node) -> None:
    st.session_state[_NODE] = node
    st.query_params.from_dict({node.kind: node.id})


def _overview() -> None:
    st.session_state[_NODE] = None
    st.session_state[_QUERY] = ""
    st.query_params.clear()
