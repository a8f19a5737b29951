"""Whether two words with one stem are one word inflected: "mesa" and "meses" are not, nor "publica" and "pública"."""

from __future__ import annotations

from checker.folding import fold

_PLURALS = ("s", "es")


def inflections_of_one(word: str, other: str, endings: frozenset[str]) -> bool:
    """True of words in lower case that differ in nothing but their endings, of which a language has a list.

    Accents count in what they share, save between a singular and its plural ("joven", "jóvenes").
    """
    if word == other:
        return True
    short, long = sorted((fold(word), fold(other)), key=len)
    if short != long and any(short + ending == long for ending in _PLURALS):
        return True
    shared = _shared(word, other)
    rests = {fold(word[shared:]), fold(other[shared:])}
    return shared >= _LEAST and rests <= endings


def numbers_of(word: str) -> tuple[str, ...]:
    """Without accents, what may be the singular or the plural of a word; stems of the two sometimes differ."""
    form = fold(word)
    singular = tuple(form.removesuffix(ending) for ending in _PLURALS if form.endswith(ending))
    return (*(form + ending for ending in _PLURALS), *singular)


def _shared(one: str, other: str) -> int:
    """How many letters two words share from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_LEAST = 4
"""Letters that two inflected words share at least: shorter stems are shared by chance."""
