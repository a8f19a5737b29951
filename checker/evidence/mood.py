"""Mood of a sentence: does the draft undertake it, wish it, report it or deny it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

from checker.knowledge.languages import DraftLanguage

Span = tuple[int, int]

_NUMBER = re.compile(r"\b[Nn](?:o\.?|[°º]\.?|\.[°º])\s*(?=\d)")
"""The word before a number: Order No. 214."""
_REACH = 25
"""Characters within which a negation denies what was found; a comma or the like ends its reach."""
_STOP = re.compile(r"[,;:()]")


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
        self._denial, self._no_denial = _any_of(language.negation), _any_of(language.not_negation)
        self._limit = _any_of(language.limits)
        self._wish, self._report = _any_of(language.wish), _any_of(language.report)
        self._commitment = _any_of(language.commitment)
        self.read = lru_cache(maxsize=4096)(self._read)

    def denies(self, sentence: str, found: Sequence[Span]) -> bool:
        """Whether a sentence denies what was found in it, undertaken or not: "shall not be chaired by a donor"."""
        return self._denies(_lower(sentence), found)

    def _read(self, sentence: str, found: Sequence[Span] = ()) -> Mood:
        """The mood of a sentence, or of what was ``found`` in it (spans): then one elsewhere denies nothing."""
        text = _lower(sentence)
        committed = bool(self._commitment.search(text))
        if self._wish.search(text):
            return Mood.WISHED
        if self._denies(text, found):
            return Mood.STATED if committed and self._undertakes else Mood.NEGATED
        if self._report.search(text) or not self._undertakes:
            return Mood.REPORTED
        return Mood.COMMITTED if committed else Mood.STATED

    def _denies(self, text: str, found: Sequence[Span]) -> bool:
        if self._limit.search(text):
            return False
        plain = self._no_denial.sub(_blank, _NUMBER.sub(_blank, text))
        denials = [(m.start(), m.end()) for m in self._denial.finditer(plain)]
        return any(not found or any(_reaches(d, span, text) for span in found) for d in denials)


def _lower(text: str) -> str:
    """Without case, and as long as before."""
    return text.casefold() if len(text.casefold()) == len(text) else text.lower()


def _reaches(denial: Span, span: Span, text: str) -> bool:
    first, last = sorted((denial, span))
    between = text[first[1] : last[0]]
    return len(between) <= _REACH and not _STOP.search(between)


def _any_of(cues: Iterable[str]) -> re.Pattern[str]:
    """Any of some cues as whole words, with whatever stands between their words."""
    worded = [r"\W+".join(map(re.escape, re.findall(r"\w+", c.casefold()))) for c in cues]
    choice = "|".join(sorted((w for w in worded if w), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{choice})\b" if choice else r"(?!)")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with the words that were found blotted out: a "no" in "no job centre" denies nothing more."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
