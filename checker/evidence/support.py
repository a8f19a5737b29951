"""Which passages support a claim, and how strongly: by its signs, or where it has none, by the terms of its shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.distinct import filled_by_different_words
from checker.evidence.fit import OWN, Fit, Fitter
from checker.evidence.mood import MOOD_WEIGHT, Mood, MoodReader, without
from checker.evidence.signs import SignFinder
from checker.evidence.slots import SlotReader
from checker.evidence.terms import TermFinder
from checker.evidence.units import Corpus, Unit
from checker.knowledge.model import Claim, Requirement, ValueShape
from checker.knowledge.signs import Sign

if TYPE_CHECKING:
    from numpy.typing import NDArray

_APART = 0.85


@dataclass(frozen=True, slots=True)
class Support:
    """A passage that shows a claim. ``score`` runs from 0 to 1; ``said`` is what the passage is taken to say."""

    claim: Claim
    unit: Unit
    said: ValueShape
    mood: Mood
    score: float
    span: tuple[int, int]
    """Characters of the passage that carry it: the sentences in which its slots stand."""
    strength: float = 0.0
    """The score together with what else the passage says of the claim."""


class SupportFinder:
    """Finds the passages behind claims in one corpus."""

    def __init__(
        self,
        corpus: Corpus,
        finder: TermFinder,
        mood: MoodReader,
        slots: SlotReader,
        signs: Mapping[str, Sequence[Sign]],
    ) -> None:
        self._corpus = corpus
        self._finder = finder
        self._fitter = Fitter(finder, corpus.units)
        self._mood = mood
        self._signs = signs
        self._sign_finder = SignFinder(corpus, slots, finder, mood)

    def find(self, claim: Claim) -> tuple[Support, ...]:
        """Supports of a claim (for a claim that forbids: breaches of it), best first."""
        said = claim.wants or claim.forbids
        if said is None:
            return ()
        if signs := self._signs.get(claim.searched_as):
            shown = self._sign_finder.find(signs)
            return tuple(Support(claim, s.unit, said, s.mood, s.score, s.span) for s in shown)
        return self._by_shape(claim, said) if claim.wants else ()

    def nearness(self, requirement: Requirement) -> NDArray[Any] | None:
        """For each unit the mean over the claims of how much of their signs it fills, squared; None without signs."""
        import numpy as np

        found = [self._sign_finder.nearness(self._signs[c.iri]) for c in requirement.claims if c.iri in self._signs]
        near = [f for f in found if f is not None]
        return np.mean(np.square(near), axis=0) if near else None

    def open_slots(self, claim: Claim) -> tuple[str, ...]:
        """A term of each slot that the nearest passage leaves open; none where nothing comes near."""
        signs = self._signs.get(claim.searched_as)
        return self._sign_finder.open_slots(signs) if signs else ()

    def _by_shape(self, claim: Claim, wants: ValueShape) -> tuple[Support, ...]:
        near = self._fitter.units(wants)
        units = (u for u in self._corpus.units if near is None or u.number in near)
        found = (self._support(claim, wants, unit, self._fitter.fit(wants, unit)) for unit in units)
        return tuple(sorted((s for s in found if s), key=lambda s: (-s.score, s.unit.number)))

    def _support(self, claim: Claim, wants: ValueShape, unit: Unit, fit: Fit) -> Support | None:
        if not fit.complete:
            return None
        slots = fit.all_slots
        own = [s for s in slots if s.span is not None]
        if not own or 2 * len(own) < len(slots):
            return None
        if not filled_by_different_words(own, unit):
            return None
        touched = sorted({unit.sentence_at(s.span[0]) for s in own if s.span})
        beside = without(unit.passage.text, [s.span for s in own if s.span])
        moods = [self._mood.read(beside[slice(*unit.sentences[n])]) for n in touched]
        mood = min(moods, key=lambda m: MOOD_WEIGHT[m])
        near = sum(s.weight for s in slots) / len(slots)
        rare = _mean(max((self._finder.rarity(t) for t in s.asked), default=0.0) for s in slots if s.weight == OWN)
        together = 1.0 if len(touched) == 1 else _APART
        score = near * (0.4 + 0.6 * rare) * together * MOOD_WEIGHT[mood]
        span = (unit.sentences[touched[0]][0], unit.sentences[touched[-1]][1])
        return Support(claim, unit, wants, mood, round(score, 4), span)


def _mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0
