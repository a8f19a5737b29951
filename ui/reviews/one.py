"""One review: resume it, see who decided what and why, hold it against another version, take it away, delete it."""

from __future__ import annotations

import streamlit as st

from checker.errors import GuidecheckError
from checker.filenames import safe_name
from checker.reviews.desk import Desk
from checker.reviews.model import Header, Review
from ui import markup
from ui.choices import view_of
from ui.context import Context
from ui.error_words import in_words
from ui.going import go
from ui.reviews.choosing import lines
from ui.reviews.deleting import show_deleting
from ui.reviews.timeline import show_timeline
from ui.reviews.versions import show_versions

ENDING = ".guidecheck"
"""How the file of an exported review ends."""


def show_one(desk: Desk, context: Context, review_id: str) -> None:
    """Draws the review, or says that it is gone."""
    t = context.t
    if st.button(t("reviews-back"), type="tertiary", icon=":material/arrow_back:", key="reviews-back"):
        go("reviews")
    try:
        review: Review = desk.review(review_id)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, t)))
        return
    header = review.header
    _heading(header, desk, context)
    views = {"history": t("reviews-history", n=len(review.decisions)), "versions": t("reviews-versions")}
    if desk.may("administrator"):
        views["delete"] = t("reviews-delete")
    asked = st.query_params.get("view", "")
    chosen = view_of(
        t("reviews-view"), views, key=f"reviews-view-{review_id}", language=context.language,
        default=asked if asked in views else "history",
    )  # fmt: skip
    if chosen == "history":
        show_timeline(review, context)
    elif chosen == "versions":
        show_versions(header, desk, context)
    else:
        show_deleting(review, desk, context)


def _heading(header: Header, desk: Desk, context: Context) -> None:
    t = context.t
    (line,) = lines((header,), context.knowledge, context.language, t)
    name, acts = st.columns([3, 2], vertical_alignment="bottom")
    name.header(markup.plain(header.name), anchor=False)
    with acts, st.container(horizontal=True, horizontal_alignment="right"):
        if desk.may("reviewer"):
            st.download_button(
                t("reviews-export"),
                lambda: desk.export(header.id),
                file_name=safe_name(header.name) + ENDING,
                mime="application/octet-stream",
                icon=":material/download:",
                on_click="ignore",
                key="reviews-export",
            )
        if st.button(t("reviews-resume"), type="primary", key="reviews-resume"):
            go("desk", review=header.id)
    facts = [
        (t("kind"), line.kind, False),
        (t("language"), line.language, False),
        (t("profile"), line.profile, False),
        (t("reviews-made"), t("reviews-made-by", when=t.date(header.created), who=header.created_by), False),
        (t("reviews-decided"), t("reviews-decided-of", n=header.decided, of=header.of), False),
    ]
    st.html(markup.html("facts", t, facts=facts))
