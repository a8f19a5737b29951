"""Weights that a person gives on the page, beside those of the profile."""

from __future__ import annotations

import math

import streamlit as st

MOST = 100.0
_KEPT = "weights"


def given(profile: str) -> dict[str, float]:
    """What the person gave under this profile, by requirement."""
    kept: dict[str, dict[str, float]] = st.session_state.setdefault(_KEPT, {})
    return kept.setdefault(profile, {})


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


def read(said: str) -> float | None:
    """A number from 0 to ``MOST``, written with a point or a comma; None where it is none."""
    try:
        weight = float(said.strip().replace(",", "."))
    except ValueError:
        return None
    return weight if math.isfinite(weight) and 0 <= weight <= MOST else None


def forget(profile: str) -> None:
    given(profile).clear()
