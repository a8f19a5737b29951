"""What is seen while drafts are checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from checker.check import Step
from checker.reports.texts import Wording
from ui import markup


@contextmanager
def checking(names: Sequence[str], t: Wording) -> Iterator[Callable[[Step], None]]:
    """Shows which files are done, which is at work and which wait; gone afterwards."""
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, markup.plain(t("getting-ready")))
        files = st.empty()

    def show(step: Step) -> None:
        said = t("checking", file=step.file.name, n=step.done + 1, total=step.of)
        bar.progress(step.done / step.of, markup.plain(said))
        files.html(markup.html("progress", t, names=names, done=step.done))

    try:
        yield show
    except Exception:
        place.empty()
        raise
    place.empty()
