"""Candidate passages for a requirement: slots, cues, likeness to its words and examples, standardised and summed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.lexical import LexicalSearch
from checker.evidence.support import Support, SupportFinder
from checker.knowledge.model import Requirement
from checker.knowledge.passages import ExamplePassage

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 8
_SLOTS, _SHOWN, _CUES, _STATEMENT, _CLAIMS, _EXAMPLES, _LENGTH = 1.0, 0.5, 1.0, 0.5, 0.5, 1.0, 0.5
"""Weights of the signals, found on drafts with known passages; none of them was tuned finer than by halves."""
_ALL = _SLOTS + _SHOWN + _CUES + _STATEMENT + _CLAIMS + _EXAMPLES + _LENGTH
_FIRST = 3
_FAR, _FAR_OF_FEW = 2.6, 0.6
"""How many spreads above the mean a passage stands out; among few passages none can stand far, so less will do."""
_SCALE = 8.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may show a requirement. ``score`` runs from 0 to 1.

    ``stands_out`` is True of the few that lie far above the rest of the document: slots that are filled by chance do
    not make a passage stand out.
    """

    unit: int
    score: float
    stands_out: bool


class CandidateFinder:
    """Ranks the units of one corpus for any requirement.

    Scores of different makes are made comparable by their mean and spread over the document; ranks would lose
    how far the best stands out.
    """

    def __init__(
        self,
        lexical: LexicalSearch,
        supports: SupportFinder,
        passages: Mapping[str, Sequence[ExamplePassage]],
        language: str,
    ) -> None:
        self._lexical = lexical
        self._passages = passages
        self._supports = supports
        self._language = language

    def find(self, requirement: Requirement, shown: Sequence[Sequence[Support]]) -> tuple[Candidate, ...]:
        """The best passages, best first, at most eight. ``shown`` are the supports of each claim."""
        import numpy as np

        language = self._language
        own = (requirement.title.in_(language), requirement.statement.in_(language))
        examples = (p for p in self._passages.get(requirement.id, ()) if p.shows and p.language == language)
        likeness = self._lexical.likeness
        total = _STATEMENT * _standard(likeness((*own, *requirement.cues.get(language, ()))))
        size = len(total)
        if not size:
            return ()
        total += _CLAIMS * _standard(likeness(c.sentence.in_(language) for c in requirement.claims))
        total += _EXAMPLES * _standard(likeness(p.text for p in examples))
        total += _CUES * _standard(self._lexical.cues(requirement)) + _LENGTH * _standard(self._lexical.lengths())
        near = self._supports.nearness(requirement)
        if near is not None:
            total += _SLOTS * _standard(near) + _SHOWN * _standard(_shown(shown, size))
        far = _ALL * min(_FAR, _FAR_OF_FEW * math.sqrt(size - 1))
        order = np.argsort(-total, kind="stable")[:MOST]
        return tuple(
            Candidate(int(n), round(_squashed(float(total[n])), 4), rank < _FIRST and bool(total[n] >= far))
            for rank, n in enumerate(order)
            if total[n] > 0
        )


def _shown(shown: Sequence[Sequence[Support]], size: int) -> NDArray[Any]:
    """For each unit the mean over the claims of how strongly it shows them."""
    import numpy as np

    scores = np.zeros((max(1, len(shown)), size))
    for row, supports in enumerate(shown):
        for support in supports:
            scores[row, support.unit.number] = support.score
    mean: NDArray[Any] = scores.mean(axis=0)
    return mean


def _standard(scores: NDArray[Any]) -> NDArray[Any]:
    spread = scores.std()
    return (scores - scores.mean()) / spread if spread > 0 else scores * 0.0


def _squashed(score: float) -> float:
    """From 0 for a score at the mean towards 1 for one far above it."""
    return 1.0 - math.exp(-max(0.0, score) / _SCALE)
