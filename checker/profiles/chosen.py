"""A profile as a person ticks and weights it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pyoxigraph as ox

from checker.folding import fold
from checker.knowledge import Knowledge
from checker.knowledge.model import Profile, Text
from checker.knowledge.names import GC
from checker.report import Strength
from checker.reports.counts import natural

PLAIN_WEIGHT = 1.0
MOST_WEIGHT = 100.0
SELF = ox.NamedNode("urn:guidecheck:profile:")
"""Stands for the profile in what is said of it besides."""
_LONGEST_TOKEN = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """How strongly one requirement is asked for, and how much it weighs."""

    strength: Strength
    weight: float = PLAIN_WEIGHT


@dataclass(frozen=True, slots=True)
class Chosen:
    """A profile in the making: its short name, its name, and what is ticked.

    ``iri`` is empty where the profile is to get one of ours. ``more`` is what else a file says of it.
    """

    token: str
    label: Text
    asked: Mapping[str, Asked] = field(default_factory=lambda: MappingProxyType({}))
    iri: str = ""
    more: tuple[ox.Triple, ...] = ()


def chosen_of(profile: Profile, knowledge: Knowledge) -> Chosen:
    """What a profile holds, to begin with or to go on with."""
    held = sorted(profile.requirements & knowledge.requirements.keys(), key=natural)
    iri = "" if profile.iri.startswith((GC, "_:")) else profile.iri
    return Chosen(profile.id, profile.label, {r: asked_by(profile, r, knowledge) for r in held}, iri)


def copied(chosen: Chosen) -> Chosen:
    """The same under a name that is still to be given."""
    return replace(chosen, token="", label=Text(), iri="")


def asked_by(profile: Profile, requirement: str, knowledge: Knowledge) -> Asked:
    own = knowledge.requirements[requirement].strength
    return Asked(profile.strengths.get(requirement, own), profile.weight(requirement))


def token_of(name: str) -> str:
    """A short name for files and the command line, made of a name; empty where nothing is left of it."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_LONGEST_TOKEN].strip("-")
