"""Which passages show the signs of a claim, how strongly, and which slot is missing where one is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.mood import MOOD_WEIGHT, Mood, MoodReader, Span, without
from checker.evidence.slots import CONTEXT, LEAD, NEIGHBOUR, OWN, SlotReader
from checker.evidence.terms import TermFinder, TermHit
from checker.evidence.units import Corpus, Unit
from checker.knowledge.signs import Sign

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 36
_LEAST = {"sentence": CONTEXT, "passage": NEIGHBOUR, "section": 0.4, "heading": 1.0}
"""How near a slot has to be filled for each window."""
_APART = 0.9


@dataclass(frozen=True, slots=True)
class Showing:
    """A sign in a unit. ``score`` runs from 0 to 1; ``span`` are the sentences that carry it."""

    unit: Unit
    mood: Mood
    score: float
    span: tuple[int, int]


class SignFinder:
    """Looks for signs in one corpus."""

    def __init__(self, corpus: Corpus, slots: SlotReader, finder: TermFinder, mood: MoodReader) -> None:
        self._units = corpus.units
        self._finder = finder
        self._slots = slots
        self._mood = mood

    def find(self, signs: Sequence[Sign], most: int = MOST) -> tuple[Showing, ...]:
        """Where all slots of one of the signs are filled, best first, one a unit; of each sign the ``most`` likely."""
        best: dict[int, Showing] = {}
        for sign in signs:
            for showing in self._of(sign, most):
                number = showing.unit.number
                if number not in best or best[number].score < showing.score:
                    best[number] = showing
        return tuple(sorted(best.values(), key=lambda s: (-s.score, s.unit.number)))

    def nearness(self, signs: Sequence[Sign]) -> NDArray[Any] | None:
        """For each unit, how much of the best sign it fills, from 0 to 1; None where there are no signs."""
        import numpy as np

        found = [np.mean(self._weights(sign), axis=0) for sign in signs]
        return np.max(found, axis=0) if found and self._units else None

    def open_slots(self, signs: Sequence[Sign]) -> tuple[str, ...]:
        """The first term of each slot that is open in the unit where a sign is nearest to being filled."""
        import numpy as np

        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for sign in signs:
            weights = np.array(self._weights(sign))
            own = (weights >= OWN).sum(axis=0)
            if not self._units or not own.any():
                continue
            at = int(np.argmax(own + weights.mean(axis=0)))
            near = float(own[at] / len(sign.slots))
            if near > best[0]:
                best = near, tuple(slot.terms[0] for slot, w in zip(sign.slots, weights[:, at], strict=True) if w < OWN)
        return best[1]

    def _weights(self, sign: Sign) -> list[NDArray[Any]]:
        read = self._slots.in_heading if sign.window == "heading" else self._slots.weights
        return [read(slot) for slot in sign.slots]

    def _of(self, sign: Sign, most: int) -> Iterable[Showing]:
        import numpy as np

        if not self._units:
            return
        weights = np.array(self._weights(sign))
        enough = (weights >= _LEAST[sign.window]).all(axis=0)
        if sign.window != "heading":
            enough &= (2 * (weights >= LEAD).sum(axis=0) >= len(sign.slots)) & (weights >= OWN).any(axis=0)
        near = weights.mean(axis=0)
        order = sorted(np.flatnonzero(enough), key=lambda n: (-near[n], n))[:most]
        for number in order:
            showing = self._showing(sign, self._units[number], weights[:, number])
            if showing is not None:
                yield showing

    def _showing(self, sign: Sign, unit: Unit, weights: NDArray[Any]) -> Showing | None:
        own = [found for slot in sign.slots if (found := self._slots.mentions(slot, unit.number))]
        if not _have_own_words(own):
            return None
        touched = self._nearest(own, unit)
        if sign.window == "sentence" and len(touched) > 1 and unit.passage.kind != "table-row":
            return None
        if self._undone(sign, unit, touched):
            return None
        mood = self._mood_of(own, unit, touched)
        weight = 1.0 if sign.any_mood else MOOD_WEIGHT[mood]
        score = float(weights.mean()) * (1.0 if len(touched) == 1 else _APART) * weight
        span = (unit.sentences[touched[0]][0], unit.sentences[touched[-1]][1])
        return Showing(unit, mood, round(score, 4), span)

    def _nearest(self, own: list[tuple[TermHit, ...]], unit: Unit) -> list[int]:
        """The fewest neighbouring sentences in which every slot is spoken of."""
        by_slot = [{unit.sentence_at(m.hit.start) for m in mentions} for mentions in own]
        if not by_slot:
            return [0]
        everywhere = sorted(set().union(*by_slot))
        spans = [
            (last - first, first, last)
            for first in everywhere
            for last in everywhere
            if first <= last and all(any(first <= s <= last for s in slot) for slot in by_slot)
        ]
        _, first, last = min(spans)
        return [s for s in everywhere if first <= s <= last]

    def _undone(self, sign: Sign, unit: Unit, touched: list[int]) -> bool:
        return any(
            h.hit.own and unit.sentence_at(h.hit.start) in touched
            for term in sign.unless
            for h in self._finder.hits(term).get(unit.number, ())
        )

    def _mood_of(self, own: list[tuple[TermHit, ...]], unit: Unit, touched: list[int]) -> Mood:
        spans = sorted({(m.hit.start, m.hit.end) for mentions in own for m in mentions})
        beside = without(unit.passage.text, spans)
        moods = [self._mood.read(beside[a:b], _within(spans, a, b)) for a, b in (unit.sentences[n] for n in touched)]
        return min(moods, key=lambda m: MOOD_WEIGHT[m])


def _within(spans: list[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans that lie in a sentence, counted from its start."""
    return tuple((a - start, b - start) for a, b in spans if start <= a and b <= end)


def _have_own_words(slots: list[tuple[TermHit, ...]]) -> bool:
    """True where each slot can have a place of its own: "called" is not at once the contact and the hours."""
    places = [sorted({(m.hit.start, m.hit.end) for m in mentions}) for mentions in slots]
    owner: dict[tuple[int, int], int] = {}

    def give(slot: int, tried: set[tuple[int, int]]) -> bool:
        for place in places[slot]:
            if place not in tried:
                tried.add(place)
                if place not in owner or give(owner[place], tried):
                    owner[place] = slot
                    return True
        return False

    return all(give(slot, set()) for slot in range(len(places)))
