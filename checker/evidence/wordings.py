"""The small language in which the ontology says how drafts word an idea.

``returned person`` words in order, each in any inflection, with little between; ``famil*`` any word that begins so;
``"minor"`` this very form; ``WHO`` the word in capitals; ``before (return|departure)`` one of several;
``case (file)?`` with or without; ``asks ... consent`` with more between.
Names of classes and concepts are said more freely: by stem, and their little words ("of", "the") may be missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checker.evidence.words import WORD, Stemmer, in_capitals
from checker.folding import fold

NEAR, FAR = 2, 8
"""Words that carry something and may stand between two words of a wording, and where ``...`` allows more."""
_GROUP = re.compile(r"\(([^()]*)\)(\??)|(\.\.\.)|([^\s()]+)")


@dataclass(frozen=True, slots=True)
class Matcher:
    """One word asked for: by its stem, with its inflections, by its beginning, as it stands, or in capitals."""

    by: Literal["stem", "inflection", "prefix", "form", "capitals"]
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A place in a wording: one of several runs of words, at most ``gap`` words after the last one."""

    runs: tuple[tuple[Matcher, ...], ...]
    gap: int


@lru_cache(maxsize=65536)
def steps_of(wording: str, stemmer: Stemmer, *, every_word: bool = True) -> tuple[Step, ...]:
    """The steps of a wording; none where it holds no word. Without ``every_word``, little words are passed over."""
    if not every_word:
        return tuple(Step(((Matcher("stem", stem),),), NEAR) for stem in stemmer.stems(wording))
    steps: list[Step] = []
    gap = NEAR
    for group, may_lack, dots, word in _GROUP.findall(wording):
        if dots:
            gap = FAR
        if dots or may_lack:
            continue
        runs = tuple(r for part in (group.split("|") if group else [word]) if (r := _run(part)))
        if runs:
            steps.append(Step(runs, gap))
            gap = NEAR
    return tuple(steps)


def _run(text: str) -> tuple[Matcher, ...]:
    return tuple(m for token in text.split() for m in _matchers(token))


def _matchers(token: str) -> list[Matcher]:
    exact, prefix = token.startswith('"') and token.endswith('"'), token.endswith("*")
    words = [w[0] for w in WORD.finditer(token)]
    found = [_one(w, exact=exact) for w in words]
    if prefix and words and not exact:
        found[-1] = Matcher("prefix", fold(words[-1]))
    return found


def _one(word: str, *, exact: bool) -> Matcher:
    if in_capitals(word):
        return Matcher("capitals", fold(word))
    return Matcher("form", fold(word)) if exact else Matcher("inflection", word.lower())
