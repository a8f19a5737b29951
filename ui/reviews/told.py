"""Reviews as people left them, in the language of the page; kept while nothing is decided on them."""

from __future__ import annotations

from typing import Any

import streamlit as st

from checker.knowledge import Knowledge
from checker.report import InputReport, Report
from checker.reviews.decided import decided_report
from checker.reviews.desk import Desk
from checker.reviews.model import Header, Review
from checker.verdicts.reworded import reworded
from ui.context import Context

_KEPT = "reports as told"
_MOST = 60


def told(context: Context, desk: Desk, header: Header) -> InputReport:
    """The review's report with what people decided. Raises UnknownReviewError where it is gone."""
    kept: dict[Any, InputReport] = st.session_state.setdefault(_KEPT, {})
    mark = (header.id, header.changed, header.decided, context.language, context.knowledge.digest)
    if mark not in kept:
        while len(kept) >= _MOST:
            del kept[next(iter(kept))]
        kept[mark] = in_words(desk.review(header.id), context.knowledge, context.language)
    return kept[mark]


def in_words(review: Review, knowledge: Knowledge, language: str) -> InputReport:
    report = Report("", "", review.header.profile, "", language, (decided_report(review),))
    return reworded(report, knowledge, language).inputs[0]
