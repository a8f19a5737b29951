"""Mood of a sentence: does the draft undertake it, wish it, report it or deny it?"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from checker.knowledge.languages import DraftLanguage


class Mood(Enum):
    """What a sentence does with what it says."""

    COMMITTED = "committed"
    STATED = "stated"
    WISHED = "wished"
    REPORTED = "reported"
    NEGATED = "negated"


MOOD_WEIGHT = {Mood.COMMITTED: 1.0, Mood.STATED: 0.95, Mood.REPORTED: 0.6, Mood.WISHED: 0.5, Mood.NEGATED: 0.4}
"""What a passage is worth as evidence, by its mood."""


class MoodReader:
    """Reads the mood of sentences in one language. Mood hangs on exact forms, so cues are compared by form.

    In a text that does not undertake anything, whatever is said is reported at best.
    """

    def __init__(self, language: DraftLanguage, *, undertakes: bool = True) -> None:
        self._undertakes = undertakes
        self._cues = (
            (Mood.NEGATED, _padded(language.negation)),
            (Mood.WISHED, _padded(language.wish)),
            (Mood.REPORTED, _padded(language.report)),
            (Mood.COMMITTED, _padded(language.commitment)),
        )
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, sentence: str) -> Mood:
        text = _flat(sentence)
        found = [mood for mood, cues in self._cues if any(c in text for c in cues)]
        if Mood.WISHED in found:
            return Mood.WISHED
        if Mood.NEGATED in found:
            return Mood.STATED if Mood.COMMITTED in found and self._undertakes else Mood.NEGATED
        if Mood.REPORTED in found or not self._undertakes:
            return Mood.REPORTED
        return Mood.COMMITTED if found else Mood.STATED


def _padded(cues: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_flat(c) for c in cues)


def _flat(text: str) -> str:
    letters = "".join(c if c.isalnum() else " " for c in text.casefold())
    return f" {' '.join(letters.split())} "


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the words that were found blotted out: a "no" in "no job centre" denies nothing more."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
