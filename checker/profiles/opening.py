"""A profile's file opened to go on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from checker.knowledge import Knowledge
from checker.knowledge.names import GC, PROF, SKOS, TYPE
from checker.profiles.chosen import SELF, Chosen, chosen_of
from checker.profiles.files import from_file

_PROFILE = ox.NamedNode(PROF + "Profile")
_WORDS = (PROF + "isProfileOf", PROF + "hasToken", SKOS + "prefLabel")


def opened(path: Path, knowledge: Knowledge) -> Chosen:
    """What the file asks, and whatever else it says; comments are left behind. Raises InputError with the line."""
    profile, quads = from_file(path, knowledge)
    return replace(chosen_of(profile, knowledge), more=_more(quads, profile.iri))


def _more(quads: Sequence[ox.Quad], iri: str) -> tuple[ox.Triple, ...]:
    """What says nothing of requirements: all but the words of profiles and of their changes."""
    profiles = {q.subject for q in quads if q.predicate.value == TYPE and q.object == _PROFILE}
    changes = {q.object for q in quads if q.predicate.value == GC + "changes"}
    top = ox.BlankNode(iri[2:]) if iri.startswith("_:") else ox.NamedNode(iri)
    return tuple(
        ox.Triple(SELF if q.subject == top else q.subject, q.predicate, SELF if q.object == top else q.object)
        for q in quads
        if q.subject not in changes and (q.subject not in profiles or (q.subject == top and not _is_ours(q)))
    )


def _is_ours(quad: ox.Quad) -> bool:
    said = quad.predicate.value
    return said.startswith(GC) or said in _WORDS or (said == TYPE and quad.object == _PROFILE)
