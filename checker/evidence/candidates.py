"""Candidate passages for a requirement: cues, BM25, heading and mood in one score."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.mood import MOOD_WEIGHT, Mood, MoodReader
from checker.evidence.support import SupportFinder
from checker.evidence.units import Corpus
from checker.evidence.words import Stemmer
from checker.knowledge.model import Requirement

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 8
_BEST_CUES = 3
_CONTEXT = 0.6
"""What a word in the heading or lead counts, beside 1 in the passage."""
_LIKENESS = 0.5
"""What BM25 counts, beside 1 for the cues."""
_SLOTS = 1.0
"""What the slots filled count, beside 1 for cues and likeness together."""
_NEAR_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may show a requirement. ``score`` runs from 0 to 1."""

    unit: int
    score: float
    mood: Mood


class CandidateFinder:
    """Ranks the units of one corpus for any requirement.

    A cue counts by the share of its weight that a unit holds, rare words weighing more; the three best cues count.
    """

    def __init__(
        self, corpus: Corpus, stemmer: Stemmer, mood: MoodReader, language: str, supports: SupportFinder
    ) -> None:
        import bm25s

        self._corpus = corpus
        self._stemmer = stemmer
        self._mood = mood
        self._language = language
        self._supports = supports
        self._bm25: Any = None
        texts = [[w.stem for w in (*u.words, *u.context)] for u in corpus.units]
        if any(texts):
            self._bm25 = bm25s.BM25()
            self._bm25.index(texts, show_progress=False)

    def find(self, requirement: Requirement) -> tuple[Candidate, ...]:
        """The best passages, best first, at most eight."""
        cues, likeness = self._cue_share(requirement), self._likeness(requirement)
        near = self._supports.nearness(requirement)
        found = []
        for unit in {*cues, *likeness, *((near >= _NEAR_ENOUGH).nonzero()[0].tolist() if near is not None else ())}:
            raw = (cues.get(unit, 0.0) + _LIKENESS * likeness.get(unit, 0.0)) / (1.0 + _LIKENESS)
            if near is not None:
                raw = (raw + _SLOTS * float(near[unit])) / (1.0 + _SLOTS)
            mood = self._mood.read(self._corpus.units[unit].passage.text)
            found.append(Candidate(unit, round(raw * MOOD_WEIGHT[mood] ** 0.5, 4), mood))
        return tuple(sorted(found, key=lambda c: (-c.score, c.unit))[:MOST])

    def _cue_share(self, requirement: Requirement) -> Mapping[int, float]:
        """unit → mean share of the three cues that it holds most of."""
        shares: dict[int, list[float]] = defaultdict(list)
        cues = requirement.cues.get(self._language, ())
        for cue in cues:
            for unit, share in self._share(set(self._stemmer.stems(cue))).items():
                shares[unit].append(share)
        best = min(_BEST_CUES, len(cues))
        return {unit: sum(sorted(found)[-best:]) / best for unit, found in shares.items()}

    def _share(self, stems: Iterable[str]) -> Mapping[int, float]:
        weights = {s: self._weight(s) for s in stems}
        total = sum(weights.values())
        held: dict[int, float] = defaultdict(float)
        for stem, weight in weights.items():
            own = self._corpus.places.get(stem, {})
            for unit in own:
                held[unit] += weight / total
            for unit in self._corpus.context_places.get(stem, {}):
                if unit not in own:
                    held[unit] += _CONTEXT * weight / total
        return held

    def _weight(self, stem: str) -> float:
        return math.log(1 + len(self._corpus.units) / (1 + len(self._corpus.places.get(stem, ()))))

    def _likeness(self, requirement: Requirement) -> Mapping[int, float]:
        """BM25 of title, statement and cues, for the best units: up to 1 for one that holds all rare words."""
        words = [requirement.title.by_language.get(self._language, ""), *requirement.cues.get(self._language, ())]
        words.append(requirement.statement.by_language.get(self._language, ""))
        stems = list(dict.fromkeys(s for text in words if text for s in self._stemmer.stems(text)))
        if self._bm25 is None or not stems:
            return {}
        scores: NDArray[Any] = self._bm25.get_scores(stems)
        most = 2.0 * sum(sorted((self._weight(s) for s in stems), reverse=True)[: len(stems) // 3 + 1])
        order = scores.argsort()[::-1][: 3 * MOST]
        return {int(n): min(1.0, float(scores[n]) / most) for n in order if scores[n] > 0}
