"""What is seen while drafts are checked: which are done, what is being done to the one at work, and a way to stop."""

from __future__ import annotations

import streamlit as st

from checker.check import Step
from checker.reports.texts import Wording
from ui import markup
from ui.checking.running import Checking

_EVERY = "0.5s"


@st.fragment(run_every=_EVERY)
def follow(checking: Checking, t: Wording) -> None:
    """Draws the page anew when the check has ended."""
    step = checking.job.step
    names = [draft.name for draft in checking.drafts]
    with st.container(key="progress", border=True):
        st.progress(_share(step), markup.plain(_said(step, t)))
        st.html(markup.html("progress", t, names=names, done=step.done if step else 0))
        st.button(t("check-stop"), icon=":material/close:", key="stop", on_click=checking.job.stop)
    if not checking.job.running:
        st.rerun()


def _share(step: Step | None) -> float:
    """Reading is taken for a fifth of the work on a draft."""
    if step is None:
        return 0.0
    within = 0.2 + 0.8 * step.searched / step.requirements if step.requirements else 0.05
    return min(1.0, (step.done + within) / step.of)


def _said(step: Step | None, t: Wording) -> str:
    if step is None:
        return t("getting-ready")
    if step.requirements:
        return t("check-searching", file=step.file.name, n=step.searched, of=step.requirements)
    return t("check-reading", file=step.file.name)
