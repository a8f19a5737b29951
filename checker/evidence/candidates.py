"""Candidate passages for a requirement: slots, cues, likeness to its words and examples, standardised and summed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.lexical import LexicalSearch
from checker.evidence.standard import standard
from checker.evidence.support import Support, SupportFinder
from checker.knowledge.model import Requirement
from checker.knowledge.passages import ExamplePassage, texts_showing

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 8
_SLOTS, _SHOWN, _CUES, _STATEMENT, _CLAIMS, _EXAMPLES, _LENGTH = 1.0, 0.5, 0.5, 1.0, 0.5, 1.0, 0.5
"""Weights of the signals, found on drafts with known passages; none of them was tuned finer than by halves."""
_ALL = _SLOTS + _SHOWN + _CUES + _STATEMENT + _CLAIMS + _EXAMPLES + _LENGTH
_SCALE = 1.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may show a requirement. ``score`` runs from 0 to 1."""

    unit: int
    score: float


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
        self._length = _LENGTH * standard(lexical.lengths())

    def weigh(self, requirement: Requirement, shown: Sequence[Sequence[Support]]) -> NDArray[Any]:
        """For each unit, how far it stands out for a requirement. ``shown`` are the supports of each claim."""
        language, likeness = self._language, self._lexical.likeness
        own = (requirement.title.in_(language), requirement.statement.in_(language))
        total = _STATEMENT * standard(likeness((*own, *requirement.cues.get(language, ()))))
        total += _CLAIMS * standard(likeness(c.sentence.in_(language) for c in requirement.claims))
        total += _EXAMPLES * standard(likeness(texts_showing(self._passages, requirement.id, language)))
        total += _CUES * standard(self._lexical.cues(requirement)) + self._length
        near = self._supports.nearness(requirement)
        if near is not None:
            total += _SLOTS * standard(near) + _SHOWN * standard(_shown(shown, len(total)))
        mean: NDArray[Any] = total / _ALL
        return mean


def candidates(weights: NDArray[Any]) -> tuple[Candidate, ...]:
    """The units that stand out most, at most eight, none below the mean."""
    order = (-weights).argsort(kind="stable")[:MOST]
    return tuple(Candidate(int(n), round(_squashed(float(weights[n])), 4)) for n in order if weights[n] > 0)


def _shown(shown: Sequence[Sequence[Support]], size: int) -> NDArray[Any]:
    """For each unit the mean over the claims of how strongly it shows them."""
    import numpy as np

    scores = np.zeros((max(1, len(shown)), size))
    for row, supports in enumerate(shown):
        for support in supports:
            scores[row, support.unit.number] = support.score
    mean: NDArray[Any] = scores.mean(axis=0)
    return mean


def _squashed(weight: float) -> float:
    """From 0 for a unit at the mean towards 1 for one far above it."""
    return 1.0 - math.exp(-weight / _SCALE)
