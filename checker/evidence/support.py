"""Which passages support a claim, and how strongly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.evidence.distinct import filled_by_different_words
from checker.evidence.fit import OWN, Fit, Fitter
from checker.evidence.mood import Mood, MoodReader
from checker.evidence.terms import TermFinder
from checker.evidence.units import Corpus, Unit
from checker.knowledge.model import Claim

MOOD_WEIGHT = {Mood.COMMITTED: 1.0, Mood.STATED: 0.95, Mood.REPORTED: 0.6, Mood.WISHED: 0.5, Mood.NEGATED: 0.4}
_APART = 0.85


@dataclass(frozen=True, slots=True)
class Support:
    """A passage that fills every slot of a claim. ``score`` runs from 0 to 1."""

    claim: Claim
    unit: Unit
    fit: Fit
    mood: Mood
    score: float
    span: tuple[int, int]
    """Characters of the passage that carry it: the sentences in which its slots stand."""


class SupportFinder:
    """Finds the passages behind claims in one corpus."""

    def __init__(self, corpus: Corpus, finder: TermFinder, mood: MoodReader) -> None:
        self._corpus = corpus
        self._finder = finder
        self._fitter = Fitter(finder, corpus.units)
        self._mood = mood

    def find(self, claim: Claim) -> tuple[Support, ...]:
        """Supports of a claim, best first."""
        if claim.wants is None:
            return ()
        wants = claim.wants
        near = self._fitter.units(wants)
        units = (u for u in self._corpus.units if near is None or u.number in near)
        found = (self._support(claim, unit, self._fitter.fit(wants, unit)) for unit in units)
        return tuple(sorted((s for s in found if s), key=lambda s: (-s.score, s.unit.number)))

    def _support(self, claim: Claim, unit: Unit, fit: Fit) -> Support | None:
        if not fit.complete:
            return None
        slots = fit.all_slots
        own = [s for s in slots if s.span is not None]
        if not own or 2 * len(own) < len(slots):
            return None
        if not filled_by_different_words(own, unit):
            return None
        touched = sorted({unit.sentence_at(s.span[0]) for s in own if s.span})
        beside = _without(unit.passage.text, [s.span for s in own if s.span])
        moods = [self._mood.read(beside[slice(*unit.sentences[n])]) for n in touched]
        mood = min(moods, key=lambda m: MOOD_WEIGHT[m])
        near = sum(s.weight for s in slots) / len(slots)
        rare = _mean(max((self._finder.rarity(t) for t in s.asked), default=0.0) for s in slots if s.weight == OWN)
        together = 1.0 if len(touched) == 1 else _APART
        score = near * (0.4 + 0.6 * rare) * together * MOOD_WEIGHT[mood]
        span = (unit.sentences[touched[0]][0], unit.sentences[touched[-1]][1])
        return Support(claim, unit, fit, mood, round(score, 4), span)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the words that were found blotted out: a "no" in "no job centre" denies nothing more."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _mean(numbers: Iterable[float]) -> float:
    found = list(numbers)
    return sum(found) / len(found) if found else 0.0
