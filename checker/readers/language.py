"""The language of a draft, by its little words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"(?<!\w)(?:[^\W\d_]{2,}|[cdjlns](?=['’])|[yo](?=\s))(?!\d)")
"""Words, the French words that lose their vowel, and the two Spanish ones of one letter."""
_SAMPLES = 60
"""Pieces of the text that are looked at, spread over its length."""
_PIECE = 400
"""Characters of a piece."""
_ENOUGH = 12
"""Little words from which a piece counts as much as any other."""
_LETTER = 0.5
"""What a word with one of a language's own letters weighs, beside 1 for a little word."""


@dataclass(frozen=True, slots=True)
class Signs:
    """By what a language is told: its little words, and letters that others of these languages have not."""

    words: frozenset[str]
    letters: str = ""


def detect(text: str, signs: Mapping[str, Signs]) -> tuple[str, float]:
    """The language of most of the text, of those that ``signs`` tells of, and how sure that is, from 0 to 1.

    In a mixed text the majority counts. Text without any known word gives the first language and 0.0, and text
    in a further language a low confidence.
    """
    weights = _weights(signs)
    votes = dict.fromkeys(signs, 0.0)
    sure = 0.0
    for piece in _pieces(text):
        language, confidence, evidence = _judge(piece, signs, weights)
        votes[language] += min(evidence, _ENOUGH)
        sure += confidence * min(evidence, _ENOUGH)
    weight = sum(votes.values())
    if not weight:
        return next(iter(signs)), 0.0
    language = max(votes, key=votes.__getitem__)
    return language, round(min(votes[language], sure) / weight, 3)


def _pieces(text: str) -> list[str]:
    if len(text) <= _SAMPLES * _PIECE:
        return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    step = len(text) // _SAMPLES
    return [text[start : start + _PIECE] for start in range(0, step * _SAMPLES, step)]


def _weights(signs: Mapping[str, Signs]) -> dict[str, dict[str, float]]:
    """A word that several languages share weighs less."""
    shares = Counter(word for sign in signs.values() for word in sign.words)
    return {language: {word: 1.0 / shares[word] ** 2 for word in sign.words} for language, sign in signs.items()}


def _judge(
    piece: str, signs: Mapping[str, Signs], weights: Mapping[str, Mapping[str, float]]
) -> tuple[str, float, float]:
    """The language of a piece, the confidence in it, and how many words spoke for it."""
    words = _WORD.findall(piece.lower())
    scores = {
        language: sum(weights[language].get(word, 0.0) for word in words)
        + _LETTER * sum(any(letter in word for letter in sign.letters) for word in words)
        for language, sign in signs.items()
    }
    best, second, *_ = sorted([*scores, ""], key=lambda language: -scores.get(language, -1.0))
    total = scores[best] + scores.get(second, 0.0)
    if not total:
        return best, 0.0, 0.0
    expected = 0.18 * len(words)
    return best, scores[best] / total * min(1.0, scores[best] / max(expected, 0.5)), scores[best]
