"""The actors that a stretch of a sentence or an item of a list names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.evidence.actors import name_at
from checker.evidence.structure.bodies import Bodies
from checker.evidence.structure.model import Place, Value
from checker.evidence.structure.texts import Texts, is_tight
from checker.knowledge.languages import DraftLanguage
from checker.knowledge.names import GC

Said = tuple[Value, Place]

_LONGEST = 60
"""Characters of a name; what is found over more was put together from apart."""
_BESIDE = 14
"""Characters between a wording and a proper name of no known class."""
_FIRST_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = r"[A-ZÀ-Þ][\w’'&-]+"


@dataclass(frozen=True, slots=True)
class ActorsSaid:
    """Finds actors in one document."""

    texts: Texts
    bodies: Bodies
    language: DraftLanguage

    def within(self, place: Place, excepted: Sequence[str]) -> list[Said]:
        """The actors of known classes at a place, in order, each with its name."""
        text = place.passage.text
        found: list[Said] = []
        every = self.texts.terms(place, GC + "Actor")
        for term in sorted(every, key=lambda t: (t.hit.start, not is_tight(t, text))):
            first, last = term.hit.start, term.hit.end
            if last - first > _LONGEST or term.term in excepted or (found and first < found[-1][1].end):
                continue
            word = _FIRST_WORD.search(text, first, last)
            name = name_at(f"{text[: place.end]}.", first, word.end() if word else last, self.language)
            found.append(
                (Value(name, classes=(term.term,)), Place(place.passage, first, min(place.end, first + len(name))))
            )
        return [f for f in found if f[0].text]

    def beside(self, place: Place, *, after: bool) -> list[Said]:
        """The proper name next to the beginning of a place, or with ``after`` False to its end."""
        bodies = [b.place for b in self.bodies.at(place)]
        short, small = self.texts.abbreviations, self.bodies.small
        found = [
            (Value(m[0], classes=short.get(m[0], ())), Place(place.passage, m.start(), m.end()))
            for m in _proper(small.proper_links).finditer(place.passage.text, place.start, place.end)
            if m[0].lower() not in small.articles and not any(b.start < m.end() and m.start() < b.end for b in bodies)
        ]
        if after:
            return [f for f in found[:1] if f[1].start - place.start <= _BESIDE]
        return [f for f in found[-1:] if place.end - f[1].end <= _BESIDE]


@lru_cache(maxsize=4)
def _proper(links: frozenset[str]) -> re.Pattern[str]:
    """Finds capitalised words, with links between them; an elided link is written with either apostrophe."""
    between = "|".join(re.escape(w).replace("'", "[’']") for w in sorted(links))
    return re.compile(rf"(?<!\d ){_CAPITALISED}(?:\s+(?:(?:{between})\s*)*{_CAPITALISED})*")
