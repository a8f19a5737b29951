"""Words of a text by stem: case and accents folded, words that carry nothing passed over."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass

import snowballstemmer

from checker.folding import fold
from checker.knowledge.languages import DraftLanguage

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A stem and the characters of the text that it stands for."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word: without accents as ``form``, its stem, and whether it is one that carries nothing."""

    raw: str
    """In lower case, with its accents."""
    form: str
    stem: str
    little: bool
    capitals: bool
    """True of words like WHO and ONG, that stand in capitals."""
    start: int
    end: int


def in_capitals(word: str) -> bool:
    """True of an acronym."""
    return len(word) > 1 and word.isupper()


_OF_THREAD = threading.local()


def stemmer_of(language: DraftLanguage) -> Stemmer:
    """The thread's own stemmer of a language: what it has learnt of wordings serves the next draft."""
    kept: dict[str, tuple[DraftLanguage, Stemmer]] = _OF_THREAD.__dict__.setdefault("stemmers", {})
    known = kept.get(language.id)
    if known is None or known[0] is not language:
        known = kept[language.id] = language, Stemmer(language)
    return known[1]


class Stemmer:
    """Words and stems of one language. Not for use by two threads at a time."""

    def __init__(self, language: DraftLanguage) -> None:
        self._stem = snowballstemmer.stemmer(language.stemmer).stemWord
        self.endings = language.endings
        self._stop = frozenset(fold(w) for w in language.stop_words)
        self._known: dict[str, str] = {}
        self._forms_known: dict[str, tuple[str, str, bool]] = {}

    def words(self, text: str) -> tuple[Word, ...]:
        """Every word that carries something, in order."""
        found = ((self._stem_of(m[0]), m.start(), m.end()) for m in WORD.finditer(text))
        return tuple(Word(stem, start, end) for stem, start, end in found if stem)

    def stem(self, word: str) -> str:
        """The stem of any word, little words too."""
        return fold(self._stem(word.casefold()))

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Every word, in order."""
        return tuple(
            Token(m[0].lower(), *self._forms(m[0]), in_capitals(m[0]), m.start(), m.end()) for m in WORD.finditer(text)
        )

    def stems(self, text: str) -> tuple[str, ...]:
        """Stems of a phrase. A phrase of stop words alone keeps them."""
        kept = tuple(w.stem for w in self.words(text))
        return kept or tuple(fold(self._stem(m[0].casefold())) for m in WORD.finditer(text))

    def _forms(self, word: str) -> tuple[str, str, bool]:
        found = self._forms_known.get(word)
        if found is None:
            form = fold(word)
            found = self._forms_known[word] = form, self.stem(word), form in self._stop
        return found

    def _stem_of(self, word: str) -> str:
        stem = self._known.get(word)
        if stem is None:
            folded = fold(word)
            stem = "" if folded in self._stop else fold(self._stem(word.casefold()))
            self._known[word] = stem
        return stem
