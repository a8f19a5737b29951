"""Who decided what, when and why."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from checker.reviews.history import Entry, history
from checker.reviews.model import Review
from ui import markup
from ui.acting import acting
from ui.context import Context

AT_ONCE = 50
"""Decisions shown before the person asks for more."""


def show_timeline(review: Review, context: Context) -> None:
    """Draws the latest decisions first, day by day."""
    t = context.t
    entries = history(review)
    if not entries:
        st.html(markup.html("no-decisions", t))
        return
    key = f"timeline {review.header.id}"
    limit = st.session_state.get(key, AT_ONCE)
    said = markup.html("timeline", t, days=by_day(_worded(entries[:limit], context)), left=len(entries) - limit)
    if acting(said, key=f"reviews-{key}") is not None:
        st.session_state[key] = limit + AT_ONCE
        st.rerun()


def by_day(entries: tuple[Entry, ...]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """Entries by the day on which they were made, in the order they come; a day is named by its first time."""
    days: dict[str, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.decision.when[:10], []).append(entry)
    return tuple((made[0].decision.when, tuple(made)) for made in days.values())


def _worded(entries: tuple[Entry, ...], context: Context) -> tuple[Entry, ...]:
    known = context.knowledge.requirements
    return tuple(
        replace(entry, title=known[entry.decision.requirement].title.in_(context.language))
        if entry.decision.requirement in known
        else entry
        for entry in entries
    )
