"""Slots of one claim are filled by different words: "called" is not at once the contact, the hours and the person."""

from __future__ import annotations

from collections.abc import Sequence

from checker.evidence.fit import Filling
from checker.evidence.units import Unit


def filled_by_different_words(slots: Sequence[Filling], unit: Unit) -> bool:
    """True where each slot that the passage itself fills can have a word of its own (a bipartite matching)."""
    wanted = [_words_of(slot, unit) for slot in slots if slot.mentions]
    owner: dict[int, int] = {}

    def give(slot: int, tried: set[int]) -> bool:
        for word in wanted[slot]:
            if word not in tried:
                tried.add(word)
                if word not in owner or give(owner[word], tried):
                    owner[word] = slot
                    return True
        return False

    return all(give(slot, set()) for slot in range(len(wanted)))


def _words_of(slot: Filling, unit: Unit) -> list[int]:
    spans = {(m.hit.start, m.hit.end) for m in slot.mentions}
    return [n for n, w in enumerate(unit.words) if any(a <= w.start and w.end <= b for a, b in spans)]
