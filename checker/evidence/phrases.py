"""Where a wording stands in a corpus: in a passage itself, or in the heading and lead above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.evidence.tokens import TokenLine
from checker.evidence.units import Corpus
from checker.evidence.wordings import Step, steps_of
from checker.evidence.words import Stemmer


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
    """Finds wordings in one corpus."""

    def __init__(self, corpus: Corpus, stemmer: Stemmer) -> None:
        self._corpus = corpus
        self._stemmer = stemmer
        self._own = TokenLine(((u.number, u.tokens) for u in corpus.units), stemmer.endings)
        self._context = TokenLine(((u.number, u.context_tokens) for u in corpus.units), stemmer.endings)

    def find(self, wording: str, *, every_word: bool = False) -> Iterator[Hit]:
        """Occurrences, of which none goes from one sentence to the next."""
        steps = steps_of(wording, self._stemmer, every_word=every_word)
        yield from self._in(self._own, steps, own=True)
        yield from self._in(self._context, steps, own=False)

    def find_pattern(self, pattern: str) -> Iterator[Hit]:
        """A regular expression from the ontology, on the passages' own text."""
        compiled = re.compile(pattern, re.IGNORECASE)
        for unit in self._corpus.units:
            for m in compiled.finditer(unit.passage.text):
                if m.end() > m.start():
                    yield Hit(unit.number, m.start(), m.end(), True, 2)

    def _in(self, line: TokenLine, steps: tuple[Step, ...], *, own: bool) -> Iterator[Hit]:
        for first, last in line.find(steps):
            unit = self._corpus.units[line.text_of[first]]
            start, end = line.tokens[first].start, line.tokens[last].end
            if not own or first == last or unit.sentence_at(start) == unit.sentence_at(end - 1):
                yield Hit(unit.number, start, end, own, len(steps))
