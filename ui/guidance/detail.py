"""One thing of the guidance: what it says, how it hangs together with others, and where one can go from here."""

from __future__ import annotations

import streamlit as st

from checker.browsing.nodes import Node, said, title
from checker.browsing.walk import MOST, Step, drawn, steps
from ui import markup
from ui.context import Context
from ui.guidance.requirement import show_requirement
from ui.guidance.results import link
from ui.walk import walk

_LISTED = 12


def show_node(node: Node, context: Context) -> Node | None:
    """Gives the node that one walked on to."""
    t = context.t
    with st.container(key="know-detail"):
        if node.kind == "requirement":
            show_requirement(context.knowledge.requirements[node.id], context)
        else:
            name = title(node, context.knowledge, context.language)
            text = said(node, context.knowledge, context.language)
            provision = context.knowledge.provisions.get(node.id) if node.kind == "provision" else None
            st.html(markup.html("know_thing", t, node=node, title=name, text=text, provision=provision))
    found = steps(context.knowledge, node)
    if not found:
        st.caption(markup.plain(t("know-no-steps")))
        return None
    st.subheader(markup.plain(t("know-walk")), anchor=False)
    st.caption(markup.plain(t("know-walk-hint")))
    pages = -(-len(found) // MOST)
    page = 0
    if pages > 1:
        page = (
            int(st.number_input(t("know-walk-page", n=pages), 1, pages, 1, key=f"walk-page-{node.key}", width=260)) - 1
        )
    part = drawn(found) if pages == 1 else found[page * MOST : (page + 1) * MOST]
    walked = walk(node, part, context.knowledge, context.language, t)
    listed = _list(node, found, context)
    return listed or walked


def _list(node: Node, found: tuple[Step, ...], context: Context) -> Node | None:
    """The same steps as links, for the keyboard and for reading."""
    t, chosen = context.t, None
    relations = list(dict.fromkeys(step.relation for step in found))
    for relation in relations:
        of = [step.node for step in found if step.relation == relation]
        label = f"{t(f'know-step-{relation}')} ({len(of)})"
        key = f"steps-{relation}-{node.key}"
        opened = st.expander(markup.plain(label), expanded=len(of) <= _LISTED, key=key, on_change="rerun")
        if not opened.open:
            continue
        with opened:
            for other in of:
                if link(other, context, key=f"step-{relation}-{other.key}", kind=False):
                    chosen = other
                text = said(other, context.knowledge, context.language) if other.kind == "provision" else ""
                if text:
                    st.caption(markup.plain(text))
    return chosen
