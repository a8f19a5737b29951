"""Where wordings stand in short texts that are no passages: headers of columns, headings of chapters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.evidence.tokens import TokenLine
from checker.evidence.wordings import steps_of
from checker.evidence.words import Stemmer

_ASIDE = re.compile(r"\([^)]*\)|\d[\d.,]*|%")
_LEAST = 0.5


class Lookup:
    """Some texts, in which wordings are found by their number."""

    def __init__(self, texts: Sequence[str], stemmer: Stemmer) -> None:
        self._stemmer = stemmer
        tokens = [stemmer.tokens(_plain(t)) for t in texts]
        self._sizes = [sum(not t.little for t in found) or len(found) for found in tokens]
        self._line = TokenLine(enumerate(tokens), stemmer.endings)

    def spans(self, wording: str) -> Iterator[tuple[int, int, int]]:
        """The number of each text that says a wording, and where."""
        for first, last in self._line.find(steps_of(wording, self._stemmer)):
            yield self._line.text_of[first], self._line.tokens[first].start, self._line.tokens[last].end

    def best(self, wordings: Iterable[str]) -> dict[int, float]:
        """The texts that a wording is about, by number: how large a part of their words it makes up."""
        found: dict[int, float] = {}
        for wording in wordings:
            for first, last in self._line.find(steps_of(wording, self._stemmer)):
                number = self._line.text_of[first]
                words = self._line.tokens[first : last + 1]
                share = min(1.0, (sum(not t.little for t in words) or len(words)) / max(1, self._sizes[number]))
                if share >= _LEAST:
                    found[number] = max(found.get(number, 0.0), share)
        return found


def _plain(text: str) -> str:
    """Without asides and years: "Baseline (2024)" is a baseline. The length stays."""
    return _ASIDE.sub(lambda m: " " * len(m[0]), text)
