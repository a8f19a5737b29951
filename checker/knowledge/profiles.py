"""Profiles (W3C PROF): which requirements a check is about, how strong each is and how much it weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.knowledge.claims import text
from checker.knowledge.index import Index
from checker.knowledge.model import Profile, Provision, Requirement
from checker.knowledge.names import GC, PROF, local
from checker.report import Strength

CHANGES = (GC + "ofRequirement", GC + "newStrength", GC + "weight")
PREDICATES = (GC + "fromDocument", GC + "drops", GC + "adds", GC + "changes", *CHANGES)


def read_profiles(
    index: Index,
    requirements: Mapping[str, Requirement],
    provisions: Mapping[str, Provision],
    inherited: Mapping[str, Profile] | None = None,
) -> dict[str, Profile]:
    """The profiles of an index by IRI. ``inherited`` are those that they may inherit from, beside each other."""
    found: dict[str, Profile] = dict(inherited or {})
    own = index.of_type(PROF + "Profile")

    def resolve(iri: str) -> Profile:
        if iri not in found:
            bases = [resolve(b) for b in index.keys(iri, PROF + "isProfileOf")]
            found[iri] = _resolved(index, iri, bases, requirements, provisions)
        return found[iri]

    return {iri: resolve(iri) for iri in own}


def _resolved(
    index: Index,
    iri: str,
    bases: Iterable[Profile],
    requirements: Mapping[str, Requirement],
    provisions: Mapping[str, Provision],
) -> Profile:
    bases = tuple(bases)
    held = frozenset(r for b in bases for r in b.requirements) if bases else frozenset(requirements)
    documents = {local(d) for d in index.keys(iri, GC + "fromDocument")}
    if documents:
        held = frozenset(
            r
            for r in held
            if any(provisions[p].document in documents for p in requirements[r].provisions if p in provisions)
        )
    held -= _named(index, iri, GC + "drops", requirements)
    held |= _named(index, iri, GC + "adds", requirements)
    strengths = {r: s for b in bases for r, s in b.strengths.items()}
    weights = {r: w for b in bases for r, w in b.weights.items()}
    for change in sorted(index.keys(iri, GC + "changes"), key=lambda c: _breadth(index, c, requirements)):
        for r in _named(index, change, GC + "ofRequirement", requirements):
            if strength := index.one(change, GC + "newStrength"):
                strengths[r] = _strength(strength)
            if weight := index.literal(change, GC + "weight"):
                weights[r] = float(weight)
    return Profile(
        id=index.literal(iri, PROF + "hasToken"),
        iri=iri,
        label=text(index, iri, "http://www.w3.org/2004/02/skos/core#prefLabel"),
        requirements=held,
        strengths={r: s for r, s in strengths.items() if r in held},
        weights={r: w for r, w in weights.items() if r in held},
    )


def _breadth(index: Index, change: str, requirements: Mapping[str, Requirement]) -> tuple[int, str]:
    """Changes of whole themes come first, so that what is said of one requirement stands."""
    return -len(_named(index, change, GC + "ofRequirement", requirements)), change


def _named(index: Index, subject: str, predicate: str, requirements: Mapping[str, Requirement]) -> frozenset[str]:
    """The requirements that are named, by themselves or by their theme."""
    names = {local(o) for o in index.keys(subject, predicate)}
    return frozenset(r.id for r in requirements.values() if r.id in names or f"{r.theme}-theme" in names)


def _strength(iri: str) -> Strength:
    found: dict[str, Strength] = {"must": "must", "should": "should", "may": "may"}
    return found[local(iri)]
