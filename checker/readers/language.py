"""The language of a draft, by its little words: English, Spanish or French."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"(?<!\w)(?:[^\W\d_]{2,}|[cdjlns](?=['’])|[yo](?=\s))(?!\d)")
"""Words, the French words that lose their vowel, and the two Spanish ones of one letter."""
_SAMPLES = 60
"""Pieces of the text that are looked at, spread over its length."""
_PIECE = 400
"""Characters of a piece."""
_ENOUGH = 12
"""Little words from which a piece counts as much as any other."""
_WORDS = {
    "en": "the of and to in is are be been was were that this these those for with by on as it its they their them "
    "from or which who whose shall will should must may can not no any each all has have had at an than when where "
    "if there other under between through within after before he she his her we our into such only also more",
    "es": "el la los las de del y e en que se su sus por para con una un unos unas al lo como más o es son fue ser "
    "está están será serán ha han no sin sobre entre desde hasta cuando donde quien quienes cada este esta estos "
    "estas ese esa esos también pero si ya muy así según ante bajo durante otra otro otras otros les le nos",
    "fr": "le la les l de des du d c j et en que qui se ses son sa par pour avec une un au aux ce cet cette ces dans "
    "sur est sont été être sera seront ont ne pas n il elle ils elles leur leurs ou où dont plus comme entre sans "
    "sous chaque tout tous toute toutes lorsque ainsi selon si afin aussi mais même autres autre y nous vous qu s",
}
_SHARES = Counter(word for words in _WORDS.values() for word in words.split())
_WEIGHTS = {language: {word: 1.0 / _SHARES[word] ** 2 for word in words.split()} for language, words in _WORDS.items()}
_LETTERS = {"es": "ñ¿¡áíóú", "fr": "çàèêùâîôûœëï"}


def detect(text: str) -> tuple[str, float]:
    """The language ("en", "es" or "fr") of most of the text, and how sure that is, from 0 to 1.

    In a mixed text the majority counts. Text without any known word gives ("en", 0.0), and text
    in a further language a low confidence.
    """
    votes = dict.fromkeys(_WEIGHTS, 0.0)
    sure = 0.0
    for piece in _pieces(text):
        language, confidence, evidence = _judge(piece)
        votes[language] += min(evidence, _ENOUGH)
        sure += confidence * min(evidence, _ENOUGH)
    weight = sum(votes.values())
    if not weight:
        return "en", 0.0
    language = max(votes, key=votes.__getitem__)
    return language, round(min(votes[language], sure) / weight, 3)


def _pieces(text: str) -> list[str]:
    if len(text) <= _SAMPLES * _PIECE:
        return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    step = len(text) // _SAMPLES
    return [text[start : start + _PIECE] for start in range(0, step * _SAMPLES, step)]


def _judge(piece: str) -> tuple[str, float, float]:
    """The language of a piece, the confidence in it, and how many words spoke for it."""
    words = _WORD.findall(piece.lower())
    scores = {language: sum(weights.get(word, 0.0) for word in words) for language, weights in _WEIGHTS.items()}
    for language, letters in _LETTERS.items():
        scores[language] += 0.5 * sum(any(letter in word for letter in letters) for word in words)
    best, second, _ = sorted(scores, key=lambda language: -scores[language])
    total = scores[best] + scores[second]
    if not total:
        return "en", 0.0, 0.0
    expected = 0.18 * len(words)
    return best, scores[best] / total * min(1.0, scores[best] / max(expected, 0.5)), scores[best]
