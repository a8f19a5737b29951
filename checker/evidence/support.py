"""Which passages support a claim, and how strongly: by its signs, or where it has none, by the terms of its shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.evidence.derived import derived_signs
from checker.evidence.mood import Mood, MoodReader
from checker.evidence.signs import SignFinder
from checker.evidence.slots import SlotReader
from checker.evidence.terms import TermFinder
from checker.evidence.units import Corpus, Unit
from checker.knowledge.model import Claim, Requirement, ValueShape
from checker.knowledge.signs import Sign

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
        self._finder = finder
        self._signs = signs
        self._derived: dict[str, Sequence[Sign]] = {}
        self._sign_finder = SignFinder(corpus, slots, finder, mood)

    def find(self, claim: Claim) -> tuple[Support, ...]:
        """Supports of a claim (for a claim that forbids: breaches of it), best first."""
        said = claim.wants or claim.forbids
        if said is None:
            return ()
        shown = self._sign_finder.find(self._signs_of(claim, said))
        return tuple(Support(claim, s.unit, said, s.mood, s.score, s.span) for s in shown)

    def nearness(self, requirement: Requirement) -> NDArray[Any] | None:
        """For each unit the mean over the claims of how much of their signs it fills, squared; None without signs."""
        import numpy as np

        searched = ((c, c.wants) for c in requirement.claims if c.wants is not None)
        found = [self._sign_finder.nearness(self._signs_of(c, wants)) for c, wants in searched]
        near = [f for f in found if f is not None]
        return np.mean(np.square(near), axis=0) if near else None

    def _signs_of(self, claim: Claim, said: ValueShape) -> Sequence[Sign]:
        """Its own, or, save for one that forbids, those that follow from its shape."""
        if claim.searched_as not in self._derived:
            own = self._signs.get(claim.searched_as)
            follow = derived_signs(said, self._finder) if claim.wants else ()
            self._derived[claim.searched_as] = own if own is not None else follow
        return self._derived[claim.searched_as]

    def open_slots(self, claim: Claim) -> tuple[str, ...]:
        """A term of each slot that the nearest passage leaves open; none where nothing comes near."""
        signs = self._signs.get(claim.searched_as)
        return self._sign_finder.open_slots(signs) if signs else ()
