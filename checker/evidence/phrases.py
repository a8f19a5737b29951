"""Where a wording stands in a corpus: in a passage itself, or in the heading and lead above it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from checker.evidence.tokens import TokenLine
from checker.evidence.units import Corpus
from checker.evidence.wordings import steps_of
from checker.evidence.words import Stemmer, Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording found in a unit: character span in the passage, or in its heading and lead (``own`` is False)."""

    unit: int
    start: int
    end: int
    own: bool
    words: int
    """How many words the wording has: longer ones say more."""


class PhraseFinder:
    """Finds wordings in one corpus. What stands above several units alike is looked at once."""

    def __init__(self, corpus: Corpus, stemmer: Stemmer) -> None:
        self._corpus = corpus
        self._stemmer = stemmer
        below: dict[tuple[Token, ...], list[int]] = defaultdict(list)
        for unit in corpus.units:
            below[unit.context_tokens].append(unit.number)
        self._below = tuple(below.values())
        """The units below each context; the texts of the line are the units and after them the contexts."""
        texts = (*(u.tokens for u in corpus.units), *below)
        self._line = TokenLine(enumerate(texts), stemmer.endings)

    def find(self, wording: str, *, every_word: bool = False) -> Iterator[Hit]:
        """Occurrences, of which none in a passage goes from one sentence to the next."""
        steps = steps_of(wording, self._stemmer, every_word=every_word)
        units = self._corpus.units
        for first, last in self._line.find(steps):
            text = self._line.text_of[first]
            start, end = self._line.tokens[first].start, self._line.tokens[last].end
            if text >= len(units):
                for number in self._below[text - len(units)]:
                    yield Hit(number, start, end, False, len(steps))
            elif first == last or units[text].sentence_at(start) == units[text].sentence_at(end - 1):
                yield Hit(text, start, end, True, len(steps))

    def find_pattern(self, pattern: str) -> Iterator[Hit]:
        """A regular expression from the ontology, on the passages' own text."""
        compiled = re.compile(pattern, re.IGNORECASE)
        for unit in self._corpus.units:
            for m in compiled.finditer(unit.passage.text):
                if m.end() > m.start():
                    yield Hit(unit.number, m.start(), m.end(), True, 2)
