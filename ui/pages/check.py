"""The page: what to check on the left, what was found on the right."""

from __future__ import annotations

import streamlit as st

from checker.knowledge import Knowledge
from checker.reports.texts import Wording
from ui import markup
from ui.asking import Asked, ask
from ui.context import Context
from ui.draft import forget_report, show_report
from ui.progress import checking
from ui.run import Checked, run
from ui.uploads import drafts_of


def show(context: Context) -> None:
    """Draws the page."""
    knowledge, language, t = context.knowledge, context.language, context.t
    with st.sidebar:
        asked = ask(knowledge, language, t)
    if asked.pressed:
        _check(asked, knowledge, t)
    checked: Checked | None = st.session_state.get("checked")
    if checked is None:
        st.html(markup.html("start", t))
        return
    if not asked.pressed and asked.uploads and asked.signature != st.session_state.get("signature"):
        st.info(markup.plain(t("changed-since")))
    if checked.outcome.errors:
        heading, lines = t("not-checked"), [markup.plain(error.line) for error in checked.outcome.errors]
        st.error("\n\n".join([f"**{markup.plain(heading)}**", *lines]))
    if checked.report.inputs:
        show_report(checked, knowledge, language, t)


def _check(asked: Asked, knowledge: Knowledge, t: Wording) -> None:
    """Checks and remembers the outcome; nothing of an earlier check is shown or kept."""
    earlier: Checked | None = st.session_state.pop("checked", None)
    if earlier is not None:
        forget_report(earlier)
    drafts = drafts_of(asked.uploads, t)
    with checking([draft.name for draft in drafts], t) as progress:
        checked = run(drafts, knowledge, asked.options, progress)
    st.session_state["checked"] = checked
    st.session_state["signature"] = asked.signature
    for error in checked.outcome.errors:  # seen wherever the person has scrolled to; the list above the report stays
        st.toast(markup.plain(error.line), icon=":material/error:", duration="long")
