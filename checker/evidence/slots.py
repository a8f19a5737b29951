"""How near each unit of a corpus is to what a slot asks for, as numbers, one a unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from checker.evidence.terms import TermFinder, TermHit
from checker.evidence.units import Unit
from checker.folding import fold
from checker.knowledge.signs import Slot

if TYPE_CHECKING:
    from numpy.typing import NDArray

OWN, LEAD, CONTEXT, NEIGHBOUR, SECTION = 1.0, 0.97, 0.8, 0.6, 0.4
"""What a slot weighs that is filled in the passage, its lead, its headings, the passage beside it, its section."""


class SlotReader:
    """Weighs the units of one corpus for any slot; each slot is weighed once."""

    def __init__(self, finder: TermFinder, units: tuple[Unit, ...]) -> None:
        import numpy as np

        self._np = np
        self._finder = finder
        self._units = units
        numbers: dict[tuple[str, ...], int] = {}
        self._section = np.array([numbers.setdefault(u.passage.heading, len(numbers)) for u in units], dtype=np.int64)
        self._sections = len(numbers)
        self._known: dict[Slot, NDArray[Any]] = {}
        self._in_heading: dict[Slot, NDArray[Any]] = {}

    def weights(self, slot: Slot) -> NDArray[Any]:
        """From 0 to 1 for each unit, by the nearest place where the slot is filled."""
        if slot not in self._known:
            self._known[slot] = self._weigh(slot)
        return self._known[slot]

    def in_heading(self, slot: Slot) -> NDArray[Any]:
        """1 for each unit that stands under a heading (or is one) which fills the slot."""
        if slot not in self._in_heading:
            found = self._np.zeros(len(self._units))
            for number, hits in self._hits(slot):
                unit = self._units[number]
                bare = unit.passage.kind == "heading"
                if any((h.hit.own and bare) or (not h.hit.own and h.hit.start >= unit.heading_from) for h in hits):
                    found[number] = 1.0
            self._in_heading[slot] = found
        return self._in_heading[slot]

    def mentions(self, slot: Slot, unit: int) -> tuple[TermHit, ...]:
        """Every place in the passage itself where the slot is spoken of."""
        return tuple(h for t in slot.terms for h in self._finder.hits(t).get(unit, ()) if h.hit.own)

    def _hits(self, slot: Slot) -> Iterable[tuple[int, tuple[TermHit, ...]]]:
        for term in slot.terms:
            yield from self._finder.hits(term).items()

    def _weigh(self, slot: Slot) -> NDArray[Any]:
        np, size = self._np, len(self._units)
        if slot.at_least > 1:
            return self._counted(slot)
        own, beyond = np.zeros(size, dtype=bool), np.zeros(size)
        for number, hits in self._hits(slot):
            for h in hits:
                if h.hit.own:
                    own[number] = True
                else:
                    lead = h.hit.start >= self._units[number].lead_from
                    beyond[number] = max(beyond[number], LEAD if lead else CONTEXT)
        return self._spread(own, beyond)

    def _counted(self, slot: Slot) -> NDArray[Any]:
        """A slot that asks for several: enough in the passage with its context, beside it, or in the section."""
        np = self._np
        named: list[set[tuple[str, str]]] = [set() for _ in self._units]
        for term in slot.terms:
            for number, hits in self._finder.hits(term).items():
                named[number] |= {(term, self._said(number, h)) for h in hits}
        enough = np.array([_different(n) >= slot.at_least for n in named], dtype=bool)
        by_section: list[set[tuple[str, str]]] = [set() for _ in range(self._sections)]
        for number, found in enumerate(named):
            by_section[self._section[number]] |= found
        wide = np.array([_different(n) >= slot.at_least for n in by_section], dtype=bool)[self._section]
        some = np.array([bool(n) for n in named], dtype=bool)
        weights: NDArray[Any] = np.where(enough, OWN, np.where(wide & some, SECTION, 0.0))
        return weights

    def _said(self, number: int, found: TermHit) -> str:
        return fold(self._units[number].passage.text[found.hit.start : found.hit.end]) if found.hit.own else ""

    def _spread(self, own: NDArray[Any], beyond: NDArray[Any]) -> NDArray[Any]:
        np = self._np
        weights: NDArray[Any] = np.where(own, OWN, beyond)
        if not own.any():
            return weights
        same = self._section[1:] == self._section[:-1]
        beside = np.zeros(len(own), dtype=bool)
        beside[1:] |= own[:-1] & same
        beside[:-1] |= own[1:] & same
        near = np.zeros(self._sections, dtype=bool)
        near[self._section[own]] = True
        around = np.where(beside, NEIGHBOUR, np.where(near[self._section], SECTION, 0.0))
        nearest: NDArray[Any] = np.maximum(weights, around)
        return nearest


def _different(found: set[tuple[str, str]]) -> int:
    """Different terms; where only one is asked for or found, different words for it."""
    terms = {term for term, _ in found}
    return len(terms) if len(terms) > 1 else len({text for _, text in found if text})
