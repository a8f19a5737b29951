"""The actors that a stretch of a sentence or an item of a list names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.evidence.actors import name_at
from checker.evidence.structure.bodies import ARTICLE, Bodies
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
_PROPER = re.compile(
    r"(?<!\d )[A-ZÀ-Þ][\w’'&-]+"
    r"(?:\s+(?:(?:of|for|and|the|de|del|la|las|los|y|du|des|et|pour|l[’'])\s*)*[A-ZÀ-Þ][\w’'&-]+)*"
)


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
        short = self.texts.abbreviations
        found = [
            (Value(m[0], classes=short.get(m[0], ())), Place(place.passage, m.start(), m.end()))
            for m in _PROPER.finditer(place.passage.text, place.start, place.end)
            if not ARTICLE.fullmatch(m[0]) and not any(b.start < m.end() and m.start() < b.end for b in bodies)
        ]
        if after:
            return [f for f in found[:1] if f[1].start - place.start <= _BESIDE]
        return [f for f in found[-1:] if place.end - f[1].end <= _BESIDE]
