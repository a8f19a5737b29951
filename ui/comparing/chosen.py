"""Which reviews are compared, under which profile, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from checker.knowledge.model import Profile
from checker.reviews.comparison import Order, may_be_ranked
from checker.reviews.model import Header
from ui import markup
from ui.choices import view_of
from ui.comparing.profiles import choose_profile
from ui.context import Context

MOST = 30
"""Proposals at once."""
_CHOSEN = "compared"
_ASKED = "compared by the address"


@dataclass(frozen=True, slots=True)
class Chosen:
    headers: tuple[Header, ...]
    """In the order in which they were chosen."""
    profile: Profile


def choose(headers: Sequence[Header], context: Context) -> Chosen:
    """Draws the choice of reviews and profile; what the address names is chosen at first."""
    t, known = context.t, {header.id: header for header in headers}
    labels = _labels(headers, context)
    key = f"{_CHOSEN} {context.language}"
    before = [review for review in _before() if review in known][:MOST]
    st.session_state[key] = [review for review in st.session_state.get(key, before) if review in known]
    left, right = st.columns([3, 1])
    with left:
        chosen = st.multiselect(
            t("compare-choose", n=MOST), list(known), format_func=lambda review: labels[review], key=key,
            max_selections=MOST, placeholder=t("compare-placeholder"),
        )  # fmt: skip
    st.session_state[_CHOSEN] = chosen
    with right:
        profile = choose_profile(context)
    return Chosen(tuple(known[review] for review in chosen), profile)


def choose_these(reviews: Sequence[str]) -> None:
    """Makes the choice for the person, before it is drawn."""
    for name in [name for name in st.session_state if str(name).startswith(f"{_CHOSEN} ")]:
        del st.session_state[name]
    st.session_state[_CHOSEN] = list(reviews)


def stand_in_address(reviews: Sequence[str]) -> None:
    """A reload, or whoever else opens the address, has the same proposals."""
    said = ",".join(reviews)
    st.session_state[_ASKED] = said
    if said:
        st.query_params["reviews"] = said
    elif "reviews" in st.query_params:
        del st.query_params["reviews"]


def choose_order(kinds: Sequence[str], context: Context) -> Order:
    """As chosen, by name, or by coverage; the last is not offered where a country's policy is among them, or a draft
    of a kind that is not known, which may be one."""
    t = context.t
    ranked = may_be_ranked(kinds) and context.knowledge.kinds.keys() >= set(kinds)
    orders: tuple[Order, ...] = ("chosen", "name", "coverage") if ranked else ("chosen", "name")
    names: dict[str, str] = {order: t(f"compare-order-{order}") for order in orders}
    found = view_of(t("compare-order"), names, key="compare-order", language=context.language, default="chosen")
    if not ranked:
        st.caption(markup.plain(t("compare-unranked")))
    return next((order for order in orders if order == found), "chosen")


def _labels(headers: Sequence[Header], context: Context) -> dict[str, str]:
    """The name, and where others have it as well the kind and the time of the check, as far as they tell them apart."""
    names = Counter(header.name for header in headers)
    kinds = Counter((header.name, header.kind) for header in headers)
    labels = {}
    for header in headers:
        said = [header.name]
        if names[header.name] > 1:
            said += [_kind(header, context)] if kinds[header.name, header.kind] < names[header.name] else []
            said += [context.t.date(header.created)] if kinds[header.name, header.kind] > 1 else []
        labels[header.id] = " · ".join(said)
    return labels


def _before() -> list[str]:
    """What the address names, where it names something new; else what was chosen last."""
    asked = st.query_params.get("reviews", "")
    if asked and asked != st.session_state.get(_ASKED):
        st.session_state[_ASKED] = asked
        choose_these(list(dict.fromkeys(asked.split(","))))
    return list(st.session_state.get(_CHOSEN, []))


def _kind(header: Header, context: Context) -> str:
    kind = context.knowledge.kinds.get(header.kind)
    return kind.label.in_(context.language) if kind else header.kind
