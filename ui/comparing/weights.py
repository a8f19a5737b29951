"""Weights that a person gives on the page, beside those of the profile."""

from __future__ import annotations

import math
from collections.abc import Mapping

import streamlit as st

MOST = 100.0
_KEPT = "weights"

Weights = dict[str, float]
"""By requirement."""


def every() -> dict[str, Weights]:
    """What the person gave, by profile."""
    kept: dict[str, Weights] = st.session_state.setdefault(_KEPT, {})
    return kept


def given(profile: str) -> Weights:
    """What the person gave under this profile."""
    return every().setdefault(profile, {})


def give(profile: str, requirement: str, said: str, usual: float) -> None:
    """Keeps a weight; the profile's own, and what is no weight, is not kept."""
    weight = read(said)
    if weight is None:
        return
    own = given(profile)
    if weight == usual:
        own.pop(requirement, None)
    else:
        own[requirement] = weight


def give_all(weights: Mapping[str, Weights]) -> None:
    """These and no others."""
    st.session_state[_KEPT] = {profile: dict(own) for profile, own in weights.items()}


def read(said: str) -> float | None:
    """A number from 0 to ``MOST``, written with a point or a comma; None where it is none."""
    try:
        weight = float(said.strip().replace(",", "."))
    except ValueError:
        return None
    return weight if is_weight(weight) else None


def is_weight(number: float) -> bool:
    return math.isfinite(number) and 0 <= number <= MOST


def forget(profile: str) -> None:
    given(profile).clear()
