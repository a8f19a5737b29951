"""What stands at a place of a document: wordings, terms and actors found by the search over its passages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.evidence.phrases import Hit
from checker.evidence.structure.model import Place
from checker.evidence.terms import TermFinder, TermHit
from checker.evidence.units import Corpus, Unit
from checker.knowledge.model import Lexicon
from checker.knowledge.names import GC

_SHORT = re.compile(r"[\w&-]+")
_LONG = re.compile(r"[^\W_]{4,}")
_OPENING = 3
"""Characters before the words with which a text opens: a number, a bracket."""
_MOSTLY, _WHOLLY = 0.5, 0.6


@dataclass(frozen=True)
class Texts:
    """Reads the passages of one document in one language."""

    corpus: Corpus
    finder: TermFinder
    lexicon: Lexicon
    abbreviations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The class of the actor for which each stands in this document."""
    _units: dict[int, Unit] = field(default_factory=dict)
    _by_wording: dict[str, dict[int, list[Hit]]] = field(default_factory=dict)

    def unit(self, place: Place) -> Unit | None:
        if not self._units:
            self._units.update({u.passage.block: u for u in self.corpus.units})
        return self._units.get(place.passage.block)

    def hits(self, place: Place, wordings: Sequence[str]) -> list[Hit]:
        """The wordings at a place, in order."""
        unit = self.unit(place)
        if unit is None:
            return []
        found = [
            h
            for w in wordings
            for h in self._hits(w).get(unit.number, ())
            if place.start <= h.start and h.end <= place.end
        ]
        return sorted(found, key=lambda h: (h.start, -h.end))

    def says(self, place: Place, wordings: Sequence[str]) -> bool:
        return bool(self.hits(place, wordings))

    def opens(self, place: Place, wordings: Sequence[str]) -> bool:
        """True where a place begins with one of the wordings."""
        return any(h.start - place.start <= _OPENING for h in self.hits(place, wordings))

    def mostly(self, place: Place, wordings: Sequence[str]) -> bool:
        """True where a wording makes up most of a place: "to be fixed", not "prices to be fixed by the council"."""
        size = max(1, place.end - place.start)
        return any((h.end - h.start) / size >= _MOSTLY for h in self.hits(place, wordings))

    def terms(self, place: Place, term: str) -> list[TermHit]:
        """Where a term or one below it is named at a place, in order."""
        unit = self.unit(place)
        found = self.finder.hits(term).get(unit.number, ()) if unit else ()
        inside = [h for h in found if h.hit.own and place.start <= h.hit.start and h.hit.end <= place.end]
        return sorted(inside, key=lambda h: (h.hit.start, -h.hit.end, len(self.finder.below(h.term)), h.term))

    def concepts(self, place: Place, terms: Sequence[str]) -> list[TermHit]:
        """Those of some concepts that are named at a place, each once; a word within the name of another names none."""
        found = [h for t in terms for h in self.terms(place, t) if h.term == t]
        inside = [any(_within(h, other) for other in found) for h in found]
        first = {h.term: h for h, within in reversed(list(zip(found, inside, strict=True))) if not within}
        return sorted(first.values(), key=lambda h: (h.hit.start, h.term))

    def actor_classes(self, place: Place, *, wholly: bool = False) -> tuple[str, ...]:
        """The class of the actor that a place names first, as narrow as it is named; ``wholly``: and hardly more."""
        least = _WHOLLY * (place.end - place.start) if wholly else 0
        found = [t for t in self.terms(place, GC + "Actor") if t.hit.end - t.hit.start >= least]
        tight = [t for t in found if is_tight(t, place.passage.text)]
        return tuple(t.term for t in (tight or found)[:1]) or self._abbreviated(place)

    def _abbreviated(self, place: Place) -> tuple[str, ...]:
        """The class of the actor with whose abbreviation a place begins."""
        word = _SHORT.match(place.quote)
        return self.abbreviations.get(word[0], ()) if word else ()

    def _hits(self, wording: str) -> dict[int, list[Hit]]:
        if wording not in self._by_wording:
            by: dict[int, list[Hit]] = defaultdict(list)
            for hit in self.finder.said(wording):
                if hit.own:
                    by[hit.unit].append(hit)
            self._by_wording[wording] = by
        return self._by_wording[wording]


def _within(one: TermHit, other: TermHit) -> bool:
    a, b = one.hit, other.hit
    more = (b.end - b.start, b.words) > (a.end - a.start, a.words)
    return one.term != other.term and b.start <= a.start and a.end <= b.end and more


def is_tight(found: TermHit, text: str) -> bool:
    """True where no word stands between those of a name: "Ministry of Digital Governance" has one too many."""
    return len(_LONG.findall(text, found.hit.start, found.hit.end)) <= found.hit.words
