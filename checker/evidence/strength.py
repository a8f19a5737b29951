"""How strongly a passage supports a claim: its signs, and how much it says what the claim and its examples say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.evidence.lexical import LexicalSearch
from checker.evidence.standard import standard
from checker.evidence.support import Support
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.passages import ExamplePassage, texts_showing

if TYPE_CHECKING:
    from numpy.typing import NDArray

STRONG, WEAK = 4.4, 1.3
"""Strength from which a passage shows a claim by itself, and in the company of other claims of its requirement."""
_SIGNS, _SENTENCE, _EXAMPLES, _REQUIREMENT = 2.0, 0.5, 0.5, 0.25
"""Weights found on drafts with known verdicts, one left out at a time. Slots are filled by chance in long passages;
chance does not also bring the other words of the claim."""


class StrengthReader:
    """Weighs supports in one corpus."""

    def __init__(self, lexical: LexicalSearch, passages: Mapping[str, Sequence[ExamplePassage]], language: str) -> None:
        self._lexical = lexical
        self._passages = passages
        self._language = language

    def weigh(
        self, claim: Claim, requirement: Requirement, supports: Sequence[Support], standing: NDArray[Any]
    ) -> tuple[Support, ...]:
        """The supports with their strength, strongest first. ``standing`` says how far units stand out for the
        requirement."""
        if not supports:
            return ()
        language = self._language
        examples = texts_showing(self._passages, requirement.id, language, claim.iri)
        sentence = [claim.sentence.in_(language)]
        words = _SENTENCE * standard(self._lexical.likeness(sentence))
        words += _EXAMPLES * standard(self._lexical.likeness(examples or sentence)) + _REQUIREMENT * standing
        weighed = [replace(s, strength=round(_SIGNS * s.score + float(words[s.unit.number]), 3)) for s in supports]
        return tuple(sorted(weighed, key=lambda s: (-s.strength, s.unit.number)))
