"""A profile as Turtle: from which one of the product it inherits, and in few words where it differs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

import pyoxigraph as ox

from checker.knowledge import Knowledge
from checker.knowledge.model import Profile
from checker.knowledge.names import GC, GCR, PROF, SKOS, TYPE, XSD
from checker.profiles.chosen import SELF, Chosen, asked_by
from checker.reports.counts import natural

_PREFIXES = {"gc": GC, "gcr": GCR, "prof": PROF, "skos": SKOS, "xsd": XSD}


def as_turtle(chosen: Chosen, knowledge: Knowledge) -> str:
    """The profile as Turtle: what it inherits from the nearest profile of the product, and where it differs."""
    data = ox.serialize(_triples(chosen, knowledge), format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (data or b"").decode()


def _nearest(chosen: Chosen, knowledge: Knowledge) -> Profile:
    wanted = chosen.asked.keys()
    return min(knowledge.profiles.values(), key=lambda p: (len(p.requirements ^ wanted), p.id))


def _triples(chosen: Chosen, knowledge: Knowledge) -> Iterator[ox.Triple]:
    base = _nearest(chosen, knowledge)
    profile = ox.NamedNode(chosen.iri or f"{SELF.value}{chosen.token}")

    def said(predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(profile, ox.NamedNode(predicate), value)

    yield said(TYPE, ox.NamedNode(PROF + "Profile"))
    yield said(PROF + "hasToken", ox.Literal(chosen.token))
    for language, label in sorted(chosen.label.by_language.items()):
        yield said(SKOS + "prefLabel", ox.Literal(label, language=language))
    yield said(PROF + "isProfileOf", ox.NamedNode(base.iri))
    themes = _themes(knowledge)
    wanted, held = set(chosen.asked), set(base.requirements)
    for name in _shortened(held - wanted, {t for t, all_ in themes.items() if not all_ & held & wanted}, themes):
        yield said(GC + "drops", name)
    for name in _shortened(wanted - held, {t for t, all_ in themes.items() if all_ <= wanted}, themes):
        yield said(GC + "adds", name)
    changes = _changes(chosen, base, knowledge)
    nodes = [ox.NamedNode(f"{profile.value}:change-{n}") for n, _ in enumerate(changes, 1)]
    yield from (said(GC + "changes", node) for node in nodes)
    for node, ((strength, weight), requirements) in zip(nodes, changes.items(), strict=True):
        for requirement in requirements:
            yield ox.Triple(node, ox.NamedNode(GC + "ofRequirement"), ox.NamedNode(GCR + requirement))
        if strength:
            yield ox.Triple(node, ox.NamedNode(GC + "newStrength"), ox.NamedNode(GC + strength))
        if weight:
            number = ox.Literal(f"{Decimal(repr(weight)):f}", datatype=ox.NamedNode(XSD + "decimal"))
            yield ox.Triple(node, ox.NamedNode(GC + "weight"), number)
    for s, p, o in chosen.more:
        yield ox.Triple(profile if s == SELF else s, p, profile if o == SELF else o)


def _themes(knowledge: Knowledge) -> dict[str, set[str]]:
    return {t: {r.id for r in knowledge.requirements.values() if r.theme == t} for t in knowledge.themes}


def _shortened(some: set[str], whole: Collection[str], themes: Mapping[str, set[str]]) -> Iterator[ox.NamedNode]:
    """Requirements by themselves, or by their theme where that says the same of several at once."""
    left = set(some)
    for theme in themes:
        if theme in whole and len(left & themes[theme]) > 1:
            yield ox.NamedNode(f"{GC}{theme}-theme")
            left -= themes[theme]
    yield from (ox.NamedNode(GCR + r) for r in sorted(left, key=natural))


def _changes(chosen: Chosen, base: Profile, knowledge: Knowledge) -> dict[tuple[str, float], list[str]]:
    """Requirements by what is said of them otherwise than in the base: a strength, a weight (0: nothing), or both."""
    found: dict[tuple[str, float], list[str]] = {}
    for requirement in sorted(chosen.asked, key=natural):
        asked, before = chosen.asked[requirement], asked_by(base, requirement, knowledge)
        strength = asked.strength if asked.strength != before.strength else ""
        weight = asked.weight if asked.weight != before.weight else 0.0
        if strength or weight:
            found.setdefault((strength, weight), []).append(requirement)
    return found
