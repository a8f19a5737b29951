"""Where a phrase stands in a corpus: its stems in order, with at most two other words between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.evidence.units import Corpus, Unit
from checker.evidence.words import Stemmer

GAP = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a unit: character span in the passage, or in its heading and lead (``own`` is False)."""

    unit: int
    start: int
    end: int
    own: bool
    words: int
    """How many words the phrase has: longer phrases say more."""


def find_phrase(phrase: str, corpus: Corpus, stemmer: Stemmer) -> Iterator[Hit]:
    stems = stemmer.stems(phrase)
    if stems:
        yield from _in(stems, corpus, corpus.places, own=True)
        yield from _in(stems, corpus, corpus.context_places, own=False)


def find_pattern(pattern: str, corpus: Corpus) -> Iterator[Hit]:
    """A regular expression from the ontology, on the passages' own text."""
    compiled = re.compile(pattern, re.IGNORECASE)
    for unit in corpus.units:
        for m in compiled.finditer(unit.passage.text):
            yield Hit(unit.number, m.start(), m.end(), True, 2)


def _in(
    stems: tuple[str, ...], corpus: Corpus, places: Mapping[str, Mapping[int, tuple[int, ...]]], *, own: bool
) -> Iterator[Hit]:
    by_stem = [places.get(s) for s in stems]
    first = by_stem[0]
    if first is None or any(b is None for b in by_stem):
        return
    for number in first:
        unit = corpus.units[number]
        for begin in first[number]:
            last = _follow(begin, [b[number] if b and number in b else () for b in by_stem[1:]])
            if last is not None:
                yield _hit(unit, begin, last, own, len(stems))


def _follow(begin: int, rest: list[tuple[int, ...]]) -> int | None:
    at = begin
    for places in rest:
        after = next((p for p in places if at < p <= at + 1 + GAP), None)
        if after is None:
            return None
        at = after
    return at


def _hit(unit: Unit, begin: int, last: int, own: bool, length: int) -> Hit:
    words = unit.words if own else unit.context
    return Hit(unit.number, words[begin].start, words[last].end, own, length)
