"""The desk: one review, requirement by requirement."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from checker.errors import GuidecheckError
from checker.readers import Document
from checker.report import RequirementOutcome
from checker.reviews.desk import Desk
from checker.reviews.store import UnknownReviewError
from ui import markup
from ui.context import Context
from ui.desk.acting import Acting, act_on
from ui.desk.component import bring, draw
from ui.desk.content import content_of
from ui.desk.head import show_head
from ui.desk.live import live_of
from ui.desk.turned import Judged, judged_again, rejudged_rows
from ui.error_words import in_words
from ui.going import go

_EVERY = "8s"
"""How often the page looks for what others decided."""


def show(context: Context) -> None:
    """Draws the desk of the review that the address names."""
    t, desk = context.t, context.desk
    chosen = st.query_params.get("review") or st.session_state.get("desk-review")
    if desk is None or not chosen:
        st.html(markup.html("start_desk", t))
        with st.container(horizontal=True, horizontal_alignment="center"):
            if st.button(t("reviews-check-first"), type="primary", key="desk-check-first"):
                go("check")
            if desk is not None and desk.headers() and st.button(t("reviews-back"), key="desk-to-reviews"):
                go("reviews")
        return
    st.session_state["desk-review"] = chosen
    st.query_params["review"] = chosen
    if "requirement" in st.query_params:
        st.session_state["desk-start"] = [st.query_params["requirement"], str(uuid4())]
        del st.query_params["requirement"]
    try:
        review = desk.review(chosen)
    except UnknownReviewError as error:
        _gone(error, context)
        return
    document = desk.document(review.header)
    content = content_of(review, document, context.knowledge, context.language, t, allowed=desk.may("reviewer"))
    with st.container(key="desk-page"):
        show_head(review, desk, context)
        bring(content)
        _working(context, desk, chosen, document, content["digest"])


def _gone(error: UnknownReviewError, context: Context) -> None:
    """The page forgets the review, or it would never open another."""
    st.session_state.pop("desk-review", None)
    st.error(markup.plain(in_words(error, context.t)))
    if st.button(context.t("reviews-back"), key="desk-to-reviews"):
        go("reviews")


@st.fragment(run_every=_EVERY)
def _working(context: Context, desk: Desk, chosen: str, document: Document | None, digest: str) -> None:
    """Runs alone after every act, so that only what changed is sent."""
    knowledge, t = context.knowledge, context.t
    acting: Acting = st.session_state.setdefault(f"acting {chosen}", Acting())
    judged: Judged = st.session_state.setdefault(f"judged {chosen}", {})

    def on_acts() -> None:
        sent = (st.session_state["desk"].get("acts") or {}).get("acts", [])
        try:
            review = desk.review(chosen)
            act_on(acting, sent, desk, review, document, judge, t)
        except GuidecheckError as error:
            acting.late = {"act": sent[0]["id"], "failed": in_words(error, t)} if sent else None

    def judge(requirement: str, holds: bool) -> RequirementOutcome:
        return judged_again(judged, document, desk.review(chosen), requirement, holds, knowledge)

    try:
        review = desk.review(chosen)
        rows = rejudged_rows(judged, document, review, knowledge, context.language, t)
    except GuidecheckError as error:
        st.error(markup.plain(in_words(error, t)))
        return
    live = live_of(digest, review, document, acting.told(), rows, t)
    draw({**live, "start": st.session_state.get("desk-start")}, on_acts)
