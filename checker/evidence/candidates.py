"""Candidate passages for a requirement: cues, BM25 and headings in one score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.mood import Mood, MoodReader
from checker.evidence.phrases import find_phrase
from checker.evidence.support import MOOD_WEIGHT
from checker.evidence.units import Corpus
from checker.evidence.words import Stemmer
from checker.knowledge.model import Requirement

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 8
_IN_CONTEXT = 0.4
_BM25_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may show a requirement. ``cues`` are those found in it; ``score`` runs from 0 upwards."""

    unit: int
    score: float
    cues: tuple[str, ...]
    own_cues: int
    mood: Mood


class CandidateFinder:
    """Ranks the units of one corpus for any requirement."""

    def __init__(self, corpus: Corpus, stemmer: Stemmer, mood: MoodReader, language: str) -> None:
        import bm25s

        self._corpus = corpus
        self._stemmer = stemmer
        self._mood = mood
        self._language = language
        self._bm25: Any = None
        texts = [[w.stem for w in (*u.words, *u.context)] for u in corpus.units]
        if any(texts):
            self._bm25 = bm25s.BM25()
            self._bm25.index(texts, show_progress=False)

    def find(self, requirement: Requirement) -> tuple[Candidate, ...]:
        """The best passages, best first, at most eight."""
        cues = self._cue_hits(requirement)
        likeness = self._likeness(requirement)
        found = []
        for unit in self._corpus.units:
            hits = cues.get(unit.number, {})
            cue_score = sum(hits.values())
            text = unit.passage.text
            mood = self._mood.read(text if len(text) < 600 else text[:600])
            score = (cue_score + _BM25_SHARE * likeness[unit.number]) * MOOD_WEIGHT[mood]
            if score > 0.25:
                own = sum(w >= 1.0 for w in hits.values())
                found.append(Candidate(unit.number, round(score, 4), tuple(sorted(hits)), own, mood))
        return tuple(sorted(found, key=lambda c: (-c.score, c.unit))[:MOST])

    def _cue_hits(self, requirement: Requirement) -> Mapping[int, Mapping[str, float]]:
        """unit → cue → weight: 1 in the passage, less in its heading; cues of one word weigh half."""
        found: dict[int, dict[str, float]] = defaultdict(dict)
        for cue in requirement.cues.get(self._language, ()):
            for hit in find_phrase(cue, self._corpus, self._stemmer):
                weight = (1.0 if hit.own else _IN_CONTEXT) * (1.0 if hit.words > 1 else 0.5)
                found[hit.unit][cue] = max(weight, found[hit.unit].get(cue, 0.0))
        return found

    def _likeness(self, requirement: Requirement) -> Mapping[int, float]:
        """BM25 of title, statement and cues, as a share of the best unit's."""
        words = [requirement.title.by_language.get(self._language, ""), *requirement.cues.get(self._language, ())]
        words.append(requirement.statement.by_language.get(self._language, ""))
        stems = list(dict.fromkeys(s for text in words if text for s in self._stemmer.stems(text)))
        if self._bm25 is None or not stems:
            return defaultdict(float)
        scores: NDArray[Any] = self._bm25.get_scores(stems)
        top = float(scores.max())
        return {n: float(s) / top if top > 0 else 0.0 for n, s in enumerate(scores)}
