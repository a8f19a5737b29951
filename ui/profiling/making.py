"""A profile in the making: what is ticked, how strongly it is asked and what it weighs. Nothing here draws."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pyoxigraph as ox

from checker.knowledge import Knowledge
from checker.knowledge.model import FALLBACK, Requirement, Text
from checker.profiles.chosen import Asked, Chosen, token_of
from checker.report import STRENGTHS, Strength
from checker.reports.counts import natural
from ui.comparing.weights import read


@dataclass(frozen=True, slots=True)
class Making:
    """``said`` outlasts the tick: what is ticked again weighs what it did. ``saved`` is what lies under ``token`` as it
    was saved or opened here, with its stamp then; ``wish`` is the short name that it should get."""

    label: Text = Text()  # noqa: RUF009 - cannot be changed
    ticked: frozenset[str] = frozenset()
    said: Mapping[str, Asked] = field(default_factory=lambda: MappingProxyType({}))
    wish: str = ""
    token: str = ""
    iri: str = ""
    more: tuple[ox.Triple, ...] = ()
    saved: Chosen | None = None
    stamp: str = ""

    def name(self, language: str) -> str:
        return self.label.in_(language) or next(iter(self.label.by_language.values()), "")

    @property
    def short_name(self) -> str:
        """Once saved it stays, whatever the profile is called then."""
        return self.token or self.wish or token_of(self.name(FALLBACK))

    def asked(self, requirement: Requirement) -> Asked:
        return self.said.get(requirement.id) or Asked(requirement.strength)

    def chosen(self, knowledge: Knowledge) -> Chosen:
        known = knowledge.requirements
        asked = {r: self.asked(known[r]) for r in sorted(self.ticked, key=natural)}
        return Chosen(self.short_name, self.label, asked, self.iri, self.more)


def making_of(chosen: Chosen) -> Making:
    """To go on with; as if it were saved nowhere."""
    said = dict(chosen.asked)
    return Making(chosen.label, frozenset(said), said, token_of(chosen.token), iri=chosen.iri, more=chosen.more)


def kept_as(making: Making, chosen: Chosen, stamp: str) -> Making:
    """As it stands after it was saved, or opened from where it is saved."""
    return replace(making, token=chosen.token, saved=chosen, stamp=stamp)


def let_go(making: Making) -> Making:
    """Its saved copy is gone; what is ticked stays."""
    return replace(making, wish=making.token, token="", saved=None, stamp="")


def named(making: Making, language: str, name: str) -> Making:
    """With another name in one language; without a name in it where nothing is left."""
    said = " ".join(name.split())
    names = {**making.label.by_language, language: said}
    return replace(making, label=Text({tag: text for tag, text in names.items() if text}))


def after(making: Making, act: str, value: str, shown: Collection[Requirement]) -> Making:
    """What an act of the table makes of it; ``shown`` are the requirements that the person saw."""
    name, _, said = value.rpartition(" ")
    those = {r.id: r for r in shown}
    ids = {i for i, r in those.items() if r.theme == (name or value)}
    match act:
        case "tick" if value in those:
            return replace(making, ticked=making.ticked ^ {value})
        case "tick-theme":
            return replace(making, ticked=making.ticked - ids if ids <= making.ticked else making.ticked | ids)
        case "tick-shown":
            return replace(making, ticked=making.ticked | those.keys())
        case "untick-shown":
            return replace(making, ticked=making.ticked - those.keys())
        case "strength" | "weight" if name in those:
            return _saying(making, (those[name],), act, said)
        case "strength-theme" | "weight-theme":
            return _saying(making, (those[i] for i in ids & making.ticked), act.partition("-")[0], said)
    return making


def _saying(making: Making, of: Iterable[Requirement], what: str, value: str) -> Making:
    weight = read(value) if what == "weight" else None
    strength: Strength | None = next((s for s in STRENGTHS if s == value), None) if what == "strength" else None
    if not weight and not strength:
        return making
    said = dict(making.said)
    for requirement in of:
        before = making.asked(requirement)
        said[requirement.id] = Asked(strength or before.strength, weight or before.weight)
    return replace(making, said=said)
