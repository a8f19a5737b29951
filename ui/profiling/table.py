"""The requirements to tick and weigh, theme by theme, and above them how much of each theme is ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import streamlit as st

from checker.knowledge.model import Requirement
from checker.report import STRENGTHS
from checker.reports.counts import natural
from ui import markup
from ui.acting import acting
from ui.choices import choose
from ui.context import Context
from ui.profiling.counting import by_strength, by_theme
from ui.profiling.keeping import keep, making_now
from ui.profiling.making import Making, after
from ui.profiling.narrowing import THEME, Wanted, narrowed


def show_counts(making: Making, context: Context) -> None:
    """Draws the count by theme; a theme that is pressed is the one shown below."""
    t, known = context.t, context.knowledge
    said = markup.html(
        "profile_counts", t, counts=by_theme(making, known, context.language), strengths=by_strength(making, known),
        theme=st.session_state.get(f"{THEME} kept", ""), ticked=len(making.ticked), total=len(known.requirements),
    )  # fmt: skip
    acting(said, key="profile-counts", on_act=partial(_to_theme, context))


def show_table(making: Making, wanted: Wanted, context: Context) -> None:
    """Draws the table of what is wanted."""
    t, known, language = context.t, context.knowledge, context.language
    shown = narrowed(making, wanted, known, language)
    if not shown:
        st.info(markup.plain(t("none-match")))
        return
    labels = {theme.id: theme.label.in_(language) for theme in known.themes.values()}
    groups: dict[str, list[Requirement]] = {}
    for requirement in sorted(shown, key=lambda r: natural(r.id)):
        groups.setdefault(requirement.theme, []).append(requirement)
    themes = sorted(groups, key=lambda theme: labels[theme].casefold())
    said = markup.html(
        "profile_table", t, language=language, labels=labels, strengths=STRENGTHS, total=len(known.requirements),
        groups=[(theme, groups[theme]) for theme in themes], folds=wanted == Wanted(), shown=len(shown),
    )  # fmt: skip
    acting(said, key="profile-table", on_act=partial(_act, shown), folded=labels, values=held(making, groups))


def held(making: Making, groups: Mapping[str, Sequence[Requirement]]) -> dict[str, tuple[str, ...]]:
    """What the controls of each row hold: the tick, the strength, the weight. Rows that hold what the guidance says,
    and no tick, are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for theme, of in groups.items():
        ticked = [r for r in of if r.id in making.ticked]
        if ticked:
            strength, weight = _common(making, ticked)
            every = "on" if len(ticked) == len(of) else "some"
            found[theme] = (every, strength, weight, f"{len(ticked)} / {len(of)}")
        for r in of:
            if r.id in making.ticked or r.id in making.said:
                asked = making.asked(r)
                found[r.id] = ("on" if r.id in making.ticked else "", asked.strength, f"{asked.weight:g}")
    return found


def _act(shown: tuple[Requirement, ...], act: str, value: str) -> None:
    making = making_now()
    if making is not None:
        keep(after(making, act, value, shown))


def _to_theme(context: Context, act: str, value: str) -> None:
    if act == "theme" and (value in context.knowledge.themes or not value):
        choose(THEME, value, context.language)


def _common(making: Making, ticked: Iterable[Requirement]) -> tuple[str, str]:
    """Strength and weight where all have the same; else nothing."""
    asked = [making.asked(r) for r in ticked]
    strengths, weights = {a.strength for a in asked}, {f"{a.weight:g}" for a in asked}
    return (strengths.pop() if len(strengths) == 1 else ""), (weights.pop() if len(weights) == 1 else "")
