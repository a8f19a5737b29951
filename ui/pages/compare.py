"""Proposals side by side under a donor's profile."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

import streamlit as st

from checker.knowledge.model import Profile
from checker.reviews.comparison import Proposal, compare_proposals, in_order
from checker.reviews.desk import Desk
from ui import markup
from ui.comparing.chosen import MOST, Chosen, choose, choose_order
from ui.comparing.export import offer
from ui.comparing.keeping import begin, keep, show_left
from ui.comparing.matrix import choose_filter, show_matrix
from ui.comparing.passages import open_requirement
from ui.comparing.portfolio import bring_portfolio, choose_descriptions, portfolio_is_open
from ui.comparing.profiles import bring_profile
from ui.comparing.weights import forget, give, given
from ui.context import Context
from ui.going import go
from ui.reviews.told import told


def show(context: Context) -> None:
    """Draws the page."""
    t, desk = context.t, context.desk
    st.header(markup.plain(t("page-compare")), anchor=False)
    if desk is None:
        st.info(markup.plain(t("reviews-no-store")))
        return
    headers = desk.headers()
    begin(context)
    chosen = choose(headers, context)
    keep(chosen, context)
    described = choose_descriptions(MOST - len(chosen.headers), context)
    if len(chosen.headers) + len(described) < 2:
        few = len(headers) < 2 and not portfolio_is_open()
        bring_portfolio(context)
        st.html(markup.html("no-proposals" if few else "how-to-compare", t))
        if few and desk.may("reviewer"):
            with st.container(horizontal=True, horizontal_alignment="center"):
                if st.button(t("reviews-check-first"), type="primary", key="compare-check-first"):
                    go("check")
    else:
        _compare(chosen, described, desk, context)
    show_left(context)


def _compare(chosen: Chosen, described: tuple[Proposal, ...], desk: Desk, context: Context) -> None:
    t, profile = context.t, chosen.profile
    weights = given(profile.id)
    proposals = (*(Proposal(h.id, h.name, told(context, desk, h)) for h in chosen.headers), *described)
    order, acts = st.columns([2, 3], vertical_alignment="top")
    with order:
        in_this = choose_order([proposal.report.kind for proposal in proposals], context)
    comparison = compare_proposals(in_order(proposals, in_this, profile, weights), profile, weights)
    with acts, st.container(horizontal=True, horizontal_alignment="right"):
        if weights and st.button(t("compare-weights-forget"), icon=":material/undo:", key="compare-weights-forget"):
            forget(profile.id)
            st.rerun()
        bring_portfolio(context)
        bring_profile(context)
        offer(comparison, profile, context)
    if in_this == "coverage" and any(covered.needs_review for covered in comparison.coverage):
        st.caption(markup.plain(t("compare-order-unread")))
    if not comparison.rows:
        st.info(markup.plain(t("compare-nothing")))
        return
    st.html(markup.html("wide", t))
    wanted = choose_filter(context)
    weigh = partial(_weigh, profile, {row.id for row in comparison.rows})
    match show_matrix(comparison, wanted, weights, weigh, context):
        case ("cell", place):
            requirement, _, column = place.rpartition(" ")
            open_requirement(comparison, requirement, int(column) if column.isdecimal() else -1, context)


def _weigh(profile: Profile, known: Set[str], act: str, value: str) -> None:
    requirement, _, said = value.rpartition(" ")
    if act == "weight" and requirement in known:
        give(profile.id, requirement, said, profile.weight(requirement))
