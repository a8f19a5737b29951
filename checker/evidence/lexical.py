"""How alike units and a requirement are in their words: cues, and BM25."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from checker.evidence.units import Corpus
from checker.evidence.words import Stemmer
from checker.knowledge.model import Requirement

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BEST_CUES = 3
_PARAGRAPH = 60
_CONTEXT = 0.6
"""What a word in the heading or lead counts, beside 1 in the passage."""


class LexicalSearch:
    """Weighs the units of one corpus, one number a unit."""

    def __init__(self, corpus: Corpus, stemmer: Stemmer, language: str) -> None:
        import bm25s

        self._corpus = corpus
        self._stemmer = stemmer
        self._language = language
        self._bm25: Any = None
        texts = [[w.stem for w in (*u.words, *u.context)] for u in corpus.units]
        if any(texts):
            self._bm25 = bm25s.BM25()
            self._bm25.index(texts, show_progress=False)

    def cues(self, requirement: Requirement) -> NDArray[Any]:
        """The mean share of the three cues that a unit holds most of; rare words weigh more."""
        import numpy as np

        cues = requirement.cues.get(self._language, ())
        shares = np.zeros((max(_BEST_CUES, len(cues)), len(self._corpus.units)))
        for row, cue in enumerate(cues):
            self._share(dict.fromkeys(self._stemmer.stems(cue)), shares[row])
        best: NDArray[Any] = np.sort(shares, axis=0)[-_BEST_CUES:].sum(axis=0) / max(1, min(_BEST_CUES, len(cues)))
        return best

    def likeness(self, texts: Iterable[str]) -> NDArray[Any]:
        """BM25 of all words of some texts together."""
        import numpy as np

        stems = list(dict.fromkeys(s for text in texts if text for s in self._stemmer.stems(text)))
        if self._bm25 is None or not stems:
            return np.zeros(len(self._corpus.units))
        scores: NDArray[Any] = self._bm25.get_scores(stems)
        return scores

    def lengths(self) -> NDArray[Any]:
        """How much a unit says: the logarithm of its words, up to as many as a full paragraph has."""
        import numpy as np

        words: NDArray[Any] = np.log1p([min(_PARAGRAPH, len(u.words)) for u in self._corpus.units])
        return words

    def _share(self, stems: Iterable[str], into: NDArray[Any]) -> None:
        weights = {s: self._weight(s) for s in stems}
        total = sum(weights.values())
        for stem, weight in weights.items():
            own = self._corpus.places.get(stem, {})
            for unit in own:
                into[unit] += weight / total
            for unit in self._corpus.context_places.get(stem, {}):
                if unit not in own:
                    into[unit] += _CONTEXT * weight / total

    def _weight(self, stem: str) -> float:
        return math.log(1 + len(self._corpus.units) / (1 + len(self._corpus.places.get(stem, ()))))
