"""How well a unit fits what a claim wants: which of its slots are filled, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from checker.evidence.terms import TermFinder, TermHit
from checker.evidence.units import Unit
from checker.knowledge.model import Part, ValueShape
from checker.knowledge.names import GC, HAS_TEXT

OWN, CONTEXT, NEIGHBOUR, SECTION = 1.0, 0.75, 0.6, 0.45
_SAYS_NOTHING = frozenset((GC + "Statement", GC + "Actor"))


@dataclass(frozen=True, slots=True)
class Filling:
    """One slot: the terms asked for, what was found, and how near. ``weight`` is 0 where nothing was."""

    asked: tuple[str, ...]
    weight: float
    found: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    mentions: tuple[TermHit, ...] = ()
    """Every place in the passage itself where one of the terms is spoken of."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A value shape against a unit: its own slots, and those of its parts."""

    classes: tuple[str, ...]
    values: tuple[str, ...]
    parts: tuple[tuple[str, Fit], ...]
    slots: tuple[Filling, ...]

    @property
    def all_slots(self) -> tuple[Filling, ...]:
        return (*self.slots, *(s for _, part in self.parts for s in part.all_slots))

    @property
    def complete(self) -> bool:
        slots = self.all_slots
        return bool(slots) and all(s.weight for s in slots)


class Fitter:
    """Fits claims to the units of one corpus."""

    def __init__(self, finder: TermFinder, units: tuple[Unit, ...]) -> None:
        self._finder = finder
        sections: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for unit in units:
            sections[unit.passage.heading].append(unit.number)
        self._known: dict[tuple[tuple[str, ...], int], Filling | None] = {}
        self._reached: dict[tuple[str, ...], frozenset[int] | None] = {}
        self._around = {n: tuple(m for m in same if m != n) for same in sections.values() for n in same}

    def fit(self, shape: ValueShape, unit: Unit) -> Fit:
        classes, slots = self._classes(shape, unit)
        values: tuple[str, ...] = ()
        if shape.values:
            filling = self._fill(shape.values, unit)
            if filling is not None:
                slots.append(filling)
                values = tuple(
                    v for v in shape.values if any(v == f or f in self._finder.below(v) for f in filling.found)
                )
        parts = tuple((p.path, self._part(p, unit)) for p in shape.parts)
        whole = Fit(classes, values, parts, tuple(slots))
        for group in shape.alternatives:
            whole = _joined(whole, max((self.fit(a, unit) for a in group), key=_share))
        return whole

    def _classes(self, shape: ValueShape, unit: Unit) -> tuple[tuple[str, ...], list[Filling]]:
        slots = [f for c in shape.classes if (f := self._fill((c,), unit)) is not None]
        found = tuple(dict.fromkeys(t for f in slots for t in f.found[:1]))
        return tuple(dict.fromkeys((*shape.classes, *found))), slots

    def _part(self, part: Part, unit: Unit) -> Fit:
        inner = self.fit(part.value, unit)
        link = self._fill((part.path,), unit)
        return inner if link is None else Fit(inner.classes, inner.values, inner.parts, (link, *inner.slots))

    def units(self, shape: ValueShape) -> frozenset[int] | None:
        """The units near enough to wordings of all that a shape asks; None where any will do. Quick, before ``fit``."""
        asked: list[tuple[str, ...]] = [(c,) for c in shape.classes]
        if shape.values:
            asked.append(shape.values)
        near = [self._reach(terms) for terms in asked]
        for part in shape.parts:
            near += [self._reach((part.path,)), self.units(part.value)]
        for group in shape.alternatives:
            branches = [self.units(a) for a in group]
            known = [b for b in branches if b is not None]
            near.append(frozenset().union(*known) if len(known) == len(branches) else None)
        bounds = [n for n in near if n is not None]
        return frozenset.intersection(*bounds) if bounds else None

    def _reach(self, terms: tuple[str, ...]) -> frozenset[int] | None:
        """Units where ``_look`` finds one of the terms, however far; None where it asks for nothing."""
        if terms not in self._reached:
            said = [t for t in terms if t not in _SAYS_NOTHING and self._finder.sayable(t)]
            hits = [(unit, any(h.hit.own for h in found)) for t in said for unit, found in self._finder.hits(t).items()]
            around = {n for unit, own in hits if own for n in self._around[unit]}
            self._reached[terms] = frozenset(around | {unit for unit, _ in hits}) if said else None
        return self._reached[terms]

    def _fill(self, terms: tuple[str, ...], unit: Unit) -> Filling | None:
        """None where the ontology has no wording for it: such a slot asks for nothing in a text."""
        asked = (terms, unit.number)
        if asked not in self._known:
            self._known[asked] = self._look(terms, unit)
        return self._known[asked]

    def _look(self, terms: tuple[str, ...], unit: Unit) -> Filling | None:
        terms = tuple(t for t in terms if t not in _SAYS_NOTHING and self._finder.sayable(t))
        if not terms:
            return None
        own, context = _split(h for t in terms for h in self._finder.hits(t).get(unit.number, ()))
        if own:
            best = max(own, key=lambda h: (h.hit.words, -h.hit.start))
            return Filling(terms, OWN, _names(best, own), (best.hit.start, best.hit.end), tuple(own))
        if context:
            best = max(context, key=lambda h: (h.hit.words, h.hit.start))
            return Filling(terms, CONTEXT, _names(best, context))
        for weight, units in ((NEIGHBOUR, self._neighbours(unit)), (SECTION, self._around[unit.number])):
            near = [h for n in units for t in terms for h in self._finder.hits(t).get(n, ()) if h.hit.own]
            if near:
                best = max(near, key=lambda h: h.hit.words)
                return Filling(terms, weight, _names(best, near))
        return Filling(terms, 0.0)

    def _neighbours(self, unit: Unit) -> tuple[int, ...]:
        """The units before and after, where they stand under the same heading."""
        return tuple(n for n in self._around[unit.number] if abs(n - unit.number) == 1)


def _joined(one: Fit, other: Fit) -> Fit:
    return Fit(
        (*one.classes, *other.classes),
        (*one.values, *other.values),
        (*one.parts, *other.parts),
        (*one.slots, *other.slots),
    )


def _split(hits: Iterable[TermHit]) -> tuple[list[TermHit], list[TermHit]]:
    found = list(hits)
    return [h for h in found if h.hit.own], [h for h in found if not h.hit.own]


def _names(best: TermHit, hits: list[TermHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((best.term, *(h.term for h in hits))))


def _share(fit: Fit) -> tuple[float, float]:
    slots = fit.all_slots
    if not slots and any(path == HAS_TEXT for path, _ in fit.parts):
        return 1.0, 0.0
    filled = [s.weight for s in slots if s.weight]
    return (len(filled) / len(slots) if slots else 0.0, sum(filled))
