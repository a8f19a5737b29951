"""The line above the desk: which draft this is, and what can be sent back of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

import streamlit as st

from checker import __version__
from checker.report import Report
from checker.reports import render
from checker.reviews.decided import decided_report
from checker.reviews.desk import Desk
from checker.reviews.model import Review
from checker.verdicts.reworded import reworded
from ui import markup
from ui.context import Context

_MEDIA = {"html": "text/html", "json": "application/json"}


def show_head(review: Review, desk: Desk, context: Context) -> None:
    t, header = context.t, review.header
    facts = (review.report.kind_label, t.language(header.language), _profile(review, context))
    with st.container(key="desk-head", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(markup.html("desk_head", t, name=header.name, facts=facts))
        with st.popover(t("desk-send-back"), icon=":material/download:"):
            for name, media in _MEDIA.items():
                st.download_button(
                    t(f"download-{name}"),
                    _written(header.id, name, desk, context),
                    file_name=f"{PurePath(header.name).stem}.{name}",
                    mime=media,
                    on_click="ignore",
                    width="stretch",
                    key=f"desk-download-{name}",
                )


def _profile(review: Review, context: Context) -> str:
    known = context.knowledge.profiles.get(review.header.profile)
    return known.label.in_(context.language) if known else review.header.profile


def _written(review_id: str, format: str, desk: Desk, context: Context) -> Callable[[], str]:
    """Written when it is asked for, with what is decided by then."""

    def write() -> str:
        review = desk.review(review_id)
        report = Report(
            __version__, context.knowledge.digest, review.header.profile, review.header.created, context.language,
            (replace(decided_report(review), path=review.header.name),), _profile(review, context),
        )  # fmt: skip
        return render(reworded(report, context.knowledge, context.language), format, context.t.texts)

    return write
