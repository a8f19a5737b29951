"""Signs for a claim that has none of its own: what its shape asks for has to be spoken of."""

from __future__ import annotations

from itertools import product

from checker.evidence.terms import TermFinder
from checker.knowledge.model import ValueShape
from checker.knowledge.names import GC
from checker.knowledge.signs import Sign, Slot

_SAYS_NOTHING = frozenset((GC + "Statement", GC + "Actor"))
_MOST = 12


def derived_signs(shape: ValueShape, finder: TermFinder) -> tuple[Sign, ...]:
    """One sign for each way to meet the shape. Terms for which the ontology has no wording ask for nothing."""
    ways = (tuple(dict.fromkeys(way)) for way in _ways(shape, finder))
    return tuple(dict.fromkeys(Sign(way) for way in ways if way))[:_MOST]


def _ways(shape: ValueShape, finder: TermFinder) -> list[tuple[Slot, ...]]:
    own = [*((c,) for c in shape.classes), *([shape.values] if shape.values else [])]
    own += [(part.path,) for part in shape.parts]
    slots = tuple(slot for terms in own if (slot := _slot(terms, finder)) is not None)
    branches = [_ways(part.value, finder) for part in shape.parts]
    branches += [[way for a in group for way in _ways(a, finder)] for group in shape.alternatives]
    return [sum(chosen, slots) for chosen in product(*branches)]


def _slot(terms: tuple[str, ...], finder: TermFinder) -> Slot | None:
    said = tuple(t for t in terms if t not in _SAYS_NOTHING and finder.sayable(t))
    return Slot(said) if said else None
