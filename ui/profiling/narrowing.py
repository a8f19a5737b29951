"""Which requirements the table shows. What is ticked stays so whatever is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from checker.folding import fold
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.report import STRENGTHS
from ui.choices import one_of
from ui.context import Context
from ui.profiling.making import Making

THEME = "profile-theme"
TICKS = ("ticked", "unticked", "changed")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a requirement must be to be shown; empty means any. Every word of ``search`` must stand in it."""

    search: str = ""
    theme: str = ""
    kind: str = ""
    strength: str = ""
    ticks: str = ""

    def lets_through(self, requirement: Requirement, making: Making, text: str) -> bool:
        asked = making.asked(requirement)
        return (
            (not self.theme or requirement.theme == self.theme)
            and (not self.kind or self.kind in requirement.kinds)
            and (not self.strength or asked.strength == self.strength)
            and (not self.ticks or self._as_ticked(requirement, making))
            and all(word in text for word in fold(self.search).split())
        )

    def _as_ticked(self, requirement: Requirement, making: Making) -> bool:
        if self.ticks == "changed":
            return requirement.id in making.ticked and is_changed(requirement, making)
        return (requirement.id in making.ticked) == (self.ticks == "ticked")


def is_changed(requirement: Requirement, making: Making) -> bool:
    """Asked more or less strongly than the guidance does, or with a weight of its own."""
    asked = making.asked(requirement)
    return asked.strength != requirement.strength or asked.weight != 1


def narrowed(making: Making, wanted: Wanted, knowledge: Knowledge, language: str) -> tuple[Requirement, ...]:
    texts = searched(knowledge, language)
    return tuple(r for r in knowledge.requirements.values() if wanted.lets_through(r, making, texts[r.id]))


def choose_wanted(context: Context) -> Wanted:
    """Draws the filters."""
    t, known, language = context.t, context.knowledge, context.language
    every = {"": t("all")}
    themes = _by_label({theme.id: theme.label.in_(language) for theme in known.themes.values()})
    kinds = _by_label({kind.id: kind.label.in_(language) for kind in known.kinds.values()})
    strengths: dict[str, str] = {s: t(f"strength-{s}") for s in STRENGTHS}
    ticks = {name: t(f"profile-only-{name}") for name in TICKS}
    search, *places = st.columns([3, 2, 2, 2, 2])
    with search:
        words = st.text_input(
            t("compare-search"), key="profile-search", icon=":material/search:", persist_state="session",
            placeholder=t("profile-search-example"),
        )  # fmt: skip
    chosen = []
    questions = (
        ("theme", THEME, themes), ("kind-of-draft", "profile-kind", kinds),
        ("strength", "profile-strength", strengths), ("profile-only", "profile-ticks", ticks),
    )  # fmt: skip
    for place, (label, key, choices) in zip(places, questions, strict=True):
        with place:
            chosen.append(one_of(t(label), every | choices, key=key, language=language, default=""))
    return Wanted(words, *chosen)


@lru_cache(maxsize=8)
def searched(knowledge: Knowledge, language: str) -> dict[str, str]:
    """What is searched of each requirement, without case and accents."""
    themes = {theme.id: theme.label.in_(language) for theme in knowledge.themes.values()}
    return {
        r.id: fold(f"{r.id} {r.title.in_(language)} {r.statement.in_(language)} {themes.get(r.theme, '')}")
        for r in knowledge.requirements.values()
    }


def _by_label(labels: dict[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=lambda item: item[1].casefold()))
