"""Words of a text by stem: case and accents folded, words that carry nothing passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass

import snowballstemmer

from checker.folding import fold
from checker.knowledge.languages import DraftLanguage

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A stem and the characters of the text that it stands for."""

    stem: str
    start: int
    end: int


class Stemmer:
    """Words and stems of one language. Not for use by two threads at a time."""

    def __init__(self, language: DraftLanguage) -> None:
        self._stem = snowballstemmer.stemmer(language.stemmer).stemWord
        self._stop = frozenset(fold(w) for w in language.stop_words)
        self._known: dict[str, str] = {}

    def words(self, text: str) -> tuple[Word, ...]:
        """Every word that carries something, in order."""
        found = ((self._stem_of(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))
        return tuple(Word(stem, start, end) for stem, start, end in found if stem)

    def stems(self, text: str) -> tuple[str, ...]:
        """Stems of a phrase. A phrase of stop words alone keeps them."""
        kept = tuple(w.stem for w in self.words(text))
        return kept or tuple(fold(self._stem(m[0].casefold())) for m in _WORD.finditer(text))

    def _stem_of(self, word: str) -> str:
        stem = self._known.get(word)
        if stem is None:
            folded = fold(word)
            stem = "" if folded in self._stop else fold(self._stem(word.casefold()))
            self._known[word] = stem
        return stem
