"""What is seen while drafts are checked: which are done, what is being done to the one at work, and a way to stop."""

from __future__ import annotations

import streamlit as st

from checker.check import Step
from checker.reports.texts import Wording
from ui import markup
from ui.checking.job import UploadJob

_EVERY = "0.5s"


@st.fragment(run_every=_EVERY)
def follow(checking: UploadJob, t: Wording) -> None:
    """Draws the page anew when the check has ended."""
    step = checking.job.step
    names = [draft.name for draft in checking.drafts]
    with st.container(key="progress", border=True):
        st.progress(_share(step, lines=checking.lines), markup.plain(_said(step, t)))
        st.html(markup.html("progress", t, names=names, done=step.done if step else 0))
        st.button(t("check-stop"), icon=":material/close:", key="stop", on_click=checking.job.stop)
    if not checking.job.running:
        st.rerun()


def _share(step: Step | None, *, lines: bool) -> float:
    """Reading is taken for a fifth of the work on a draft, looking up lines for half of the whole."""
    if step is None:
        return 0.0
    if step.pointing:
        return min(1.0, 0.5 + 0.5 * step.done / step.of)
    within = 0.2 + 0.8 * step.searched / step.requirements if step.requirements else 0.05
    return min(1.0, (step.done + within) / step.of * (0.5 if lines else 1.0))


def _said(step: Step | None, t: Wording) -> str:
    if step is None:
        return t("getting-ready")
    if step.pointing:
        return t("check-pointing", file=step.file.name)
    if step.requirements:
        return t("check-searching", file=step.file.name, n=step.searched, of=step.requirements)
    return t("check-reading", file=step.file.name)
