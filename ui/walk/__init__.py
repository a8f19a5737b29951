"""A node and what lies one step from it, as a picture: a click walks on. Drawn by cytoscape.js, which lies here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from checker.browsing.nodes import Node, node_of, title
from checker.browsing.walk import Step
from checker.knowledge import Knowledge
from checker.reports import display
from checker.reports.texts import Wording

_HERE = Path(__file__).parent
_LONGEST = 74


def walk(node: Node, found: Sequence[Step], knowledge: Knowledge, language: str, t: Wording) -> Node | None:
    """Draws the node with these steps; gives the node that was clicked, once."""
    result = _component()(
        data=picture(node, found, knowledge, language, t),
        key=f"walk-{node.key}-{language}",
        height="content",
        on_walked_change=lambda: None,
    )
    clicked = getattr(result, "walked", None)
    return node_of(str(clicked), knowledge) if clicked else None


def picture(node: Node, found: Sequence[Step], knowledge: Knowledge, language: str, t: Wording) -> dict[str, Any]:
    """What the browser draws: texts are shown as texts there, never as markup."""
    return {
        "alt": t("know-walk-alt", title=_label(node, knowledge, language), n=len(found)),
        "centre": _drawn(node, "", knowledge, language, t),
        "steps": [_drawn(s.node, t(f"know-step-{s.relation}"), knowledge, language, t) for s in found],
    }


def _drawn(node: Node, relation: str, knowledge: Knowledge, language: str, t: Wording) -> dict[str, str]:
    return {
        "key": node.key,
        "kind": node.kind,
        "name": t(f"know-kind-{node.kind}"),
        "label": _label(node, knowledge, language),
        "relation": relation,
    }


def _label(node: Node, knowledge: Knowledge, language: str) -> str:
    said = display.shorten(title(node, knowledge, language), _LONGEST)
    return f"{node.id} {said}" if node.kind == "requirement" else said


@cache
def _component() -> Any:
    library, own, css = ((_HERE / name).read_text("utf-8") for name in ("cytoscape.min.js", "walk.js", "walk.css"))
    return st.components.v2.component(
        "guidecheck_walk",
        html='<div class="walk"></div>',
        css=css,
        js=library + own,
        isolate_styles=False,  # cytoscape.js hears no pointer through a shadow root
    )
