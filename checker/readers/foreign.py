"""Which language each passage is in, of many: by the script of its letters, then by its little words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.readers.language import Signs

LATIN = "LATIN"
UNKNOWN = ""
_WORD = re.compile(r"[^\W\d_]{2,}")
"""Single letters are numbers of annexes as often as words."""
_BEYOND_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
_EVIDENCE, _LEAD = 2.0, 2.0
"""What the little words of a passage must weigh, and how much more than those of the next language."""
_STRANGE, _STRANGE_WORDS = 0.06, 150
"""Share of little words below which a text of so many words is in no language that is known here."""


@dataclass(frozen=True, slots=True)
class Tongue(Signs):
    """``script`` is how the names of its letters in Unicode begin."""

    script: str = LATIN


class Listener:
    """Tells languages apart; a word that several share weighs less."""

    def __init__(self, tongues: Mapping[str, Tongue]) -> None:
        self._tongues = tongues
        sharing = Counter(word for tongue in tongues.values() for word in tongue.words)
        self._by_word: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for code, tongue in tongues.items():
            for word in tongue.words if tongue.script == LATIN else ():
                self._by_word[word].append((code, 1.0 / sharing[word] ** 2))

    def heard(self, texts: Sequence[str], main: str) -> tuple[str, ...]:
        """The language of each text; one that says too little is in the language of the one before it."""
        found: list[str] = []
        for text in texts:
            found.append(self._by_script(text) or self._by_words(text) or (found[-1] if found else main))
        return tuple(found)

    def strange(self, texts: Iterable[str]) -> bool:
        """Whether hardly any word of a whole text is a little word of a language that is known here."""
        words = [word for text in texts for word in _WORD.findall(text.lower())]
        return len(words) >= _STRANGE_WORDS and sum(w in self._by_word for w in words) < _STRANGE * len(words)

    def _by_script(self, text: str) -> str | None:
        if text.isascii() or not (letters := _BEYOND_LATIN.findall(text)):
            return None
        if 2 * len(letters) <= sum(map(str.isalpha, text)):
            return None
        scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
        script = scripts.most_common(1)[0][0]
        alike = [code for code, tongue in self._tongues.items() if tongue.script == script]
        lowered, words = text.lower(), set(text.lower().split())

        def own(code: str) -> int:
            tongue = self._tongues[code]
            return len(words & tongue.words) + sum(lowered.count(letter) for letter in tongue.letters)

        return max(alike, key=own, default=UNKNOWN) or None

    def _by_words(self, text: str) -> str | None:
        scores: defaultdict[str, float] = defaultdict(float)
        for word in _WORD.findall(text.lower()):
            for code, weight in self._by_word.get(word, ()):
                scores[code] += weight
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < _EVIDENCE:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= _LEAD * ranked[1][1] else None


def shares(texts: Sequence[str], languages: Sequence[str]) -> dict[str, float]:
    """The share of the text that each language has, largest first."""
    counts: Counter[str] = Counter()
    for text, language in zip(texts, languages, strict=True):
        counts[language] += len(text)
    total = counts.total() or 1
    return {language: count / total for language, count in counts.most_common()}
