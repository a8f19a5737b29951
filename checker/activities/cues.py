"""Wordings of the ontology in single narratives: which are there, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from checker.evidence.tokens import TokenLine
from checker.evidence.wordings import Step, steps_of
from checker.evidence.words import Stemmer
from checker.knowledge import Knowledge

_SHORT, _KEPT = 200, 8192
"""Characters of a text that may come again, such as the name of a sector, and how many of them are kept."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a narrative says, word for word: by a cue that suffices, by hints, and by what hints are about instead."""

    sure: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    other: bool = False


NOTHING = Heard()


class CueFinder:
    """Finds the cues of all languages that are read. Narratives that hold the beginning of none are not looked at."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._choosing = knowledge.iati.choosing
        self._known = lru_cache(_KEPT)(self._hear_any)

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._choosing.beginnings)))

    @cached_property
    def _stemmers(self) -> Mapping[str, Stemmer]:
        return {code: Stemmer(language) for code, language in self._knowledge.languages.items()}

    @cached_property
    def _steps(self) -> Mapping[str, tuple[tuple[tuple[Step, ...], ...], ...]]:
        """By language: the cues that suffice, the hints, and what hints may be about instead."""
        of = self._choosing
        return {
            code: tuple(
                tuple(steps_of(cue, stemmer) for cue in cues.get(code, ())) for cues in (of.sure, of.hints, of.others)
            )
            for code, stemmer in self._stemmers.items()
        }

    def hear(self, text: str, language: str) -> Heard:
        """``language`` is a code; where it is none that is read, the cues of every language are looked for."""
        return self._known(text, language) if len(text) <= _SHORT else self._hear_any(text, language)

    def _hear_any(self, text: str, language: str) -> Heard:
        if not self._beginning.search(text.lower()):
            return NOTHING
        codes = [language] if language in self._stemmers else list(self._stemmers)
        found = [self._hear(text, code) for code in codes]
        return Heard(
            sure=tuple(dict.fromkeys(s for h in found for s in h.sure)),
            hints=max((h.hints for h in found), key=len),
            other=any(h.other for h in found),
        )

    def _hear(self, text: str, code: str) -> Heard:
        stemmer = self._stemmers[code]
        line = TokenLine([(0, stemmer.tokens(text))], stemmer.endings)
        sure, hints, others = self._steps[code]
        return Heard(
            sure=tuple(text[a:b] for a, b in _apart(_spans(line, sure))),
            hints=tuple(text[a:b] for a, b in _apart(_spans(line, hints))),
            other=any(True for _ in _spans(line, others)),
        )


def _spans(line: TokenLine, cues: Iterable[tuple[Step, ...]]) -> Iterator[tuple[int, int]]:
    for steps in cues:
        for first, last in line.find(steps):
            yield line.tokens[first].start, line.tokens[last].end


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that do not overlap, longest of those that begin first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
