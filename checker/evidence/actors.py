"""The name of an actor in running text, from the words that show its class."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.knowledge.languages import DraftLanguage

_MOST = 60


def name_at(text: str, start: int, end: int, language: DraftLanguage) -> str:
    """The words from ``start`` to where the name ends: at a mark, or at a word that goes on with the sentence.

    "the Ministry of Labour and Social Affairs chairs" gives "Ministry of Labour": the first part stands for the
    whole, which is enough to tell one actor from another.
    """
    tail = text[end : end + _MOST]
    cut = _end(language.name_ends).search(tail)
    return " ".join((text[start:end] + tail[: cut.start() if cut else len(tail.rsplit(" ", 1)[0])]).split())


@lru_cache(maxsize=8)
def _end(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,;:.|()\[\]\n–—]|\s(?:{'|'.join(map(re.escape, words))})\s", re.IGNORECASE)
