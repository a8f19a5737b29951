"""Whether two words are one word inflected: "mesa" and "mesas" are, "mesa" and "meses" are not."""

from __future__ import annotations

from checker.folding import fold

_PLURALS = ("s", "es")
LEAST = 4
"""Letters that two inflected words share at least: fewer are shared by chance."""
_BACK = 2
"""How far back from where two words part their endings may begin: trabaj-a, trabaj-ar."""


def inflections_of_one(word: str, other: str, endings: frozenset[str]) -> bool:
    """True of words in lower case that differ in nothing but their endings, of which a language has a list.

    Accents count in what they share, save between a singular and its plural ("joven", "jóvenes").
    """
    if word == other or _plural(*sorted((fold(word), fold(other)), key=len)):
        return True
    shared = _shared(word, other)
    cuts = range(shared, max(LEAST, shared - _BACK) - 1, -1)
    return any(fold(word[cut:]) in endings and fold(other[cut:]) in endings for cut in cuts)


def numbers_of(word: str) -> tuple[str, ...]:
    """Without accents, what may be the singular or the plural of a word."""
    form = fold(word)
    singular = tuple(form.removesuffix(ending) for ending in _PLURALS if form.endswith(ending))
    return (*(form + ending for ending in _PLURALS), *singular)


def _plural(short: str, long: str) -> bool:
    return short != long and any(short + ending == long for ending in _PLURALS)


def _shared(one: str, other: str) -> int:
    """How many letters two words share from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
