"""Sentences that are statements by themselves: an objective with who, how much, where and when; months of follow-up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.evidence.mood import Mood, MoodReader
from checker.evidence.structure.lookup import Lookup
from checker.evidence.structure.model import Fact, Place, Thing, Value
from checker.evidence.structure.quantities import months_in
from checker.evidence.structure.texts import Texts
from checker.evidence.units import Unit
from checker.evidence.words import Stemmer
from checker.knowledge.names import GC
from checker.knowledge.structures import Choice, Link, Part, SentenceReading, Structures

_LEVEL = Link(GC + "hasObjectiveType", False)
_STATED = (Mood.COMMITTED, Mood.STATED)
_OPENING = 12
"""Characters in which a doubt is one about the whole sentence."""
_LABEL = 12
"""Words that may stand before the colon of a label: "Specific objective 2:"."""


@dataclass(frozen=True, slots=True)
class SentenceReader:
    """Reads the passages of one document."""

    texts: Texts
    mood: MoodReader
    structures: Structures
    stemmer: Stemmer

    def read(self, units: Sequence[Unit]) -> Iterator[Thing]:
        headings = tuple(dict.fromkeys(h for u in units for h in (*u.passage.heading[-1:], u.passage.lead) if h))
        lookup = Lookup(headings, self.stemmer)
        for reading in self.structures.sentences:
            over = {headings[n] for n in lookup.best(reading.under)}
            levels = {headings[n]: c for c in reading.levels for n in lookup.best(c.wordings)}
            cued = {h.unit for w in (*reading.opens, *reading.speaks_of) for h in self.texts.finder.said(w) if h.own}
            for unit in units:
                if unit.passage.kind in ("table-row", "heading", "caption", "footnote"):
                    continue
                above = {*unit.passage.heading[-1:], unit.passage.lead}
                if above & over or unit.number in cued:
                    level = next(
                        (levels[h] for h in (unit.passage.lead, *unit.passage.heading[-1:]) if h in levels), None
                    )
                    yield from self._of(reading, unit, under=bool(above & over), level=level)

    def _of(self, reading: SentenceReading, unit: Unit, *, under: bool, level: Choice | None) -> Iterator[Thing]:
        for start, end in unit.sentences:
            place = Place(unit.passage, start, end)
            label = self._label(reading, place)
            body = Place(unit.passage, label, end) if label else place
            formed = any(_compiled(p).match(body.quote) for p in reading.form)
            spoken = bool(reading.speaks_of) and self.texts.says(place, reading.speaks_of)
            if not ((label and (formed or not reading.form)) or (under and formed) or spoken):
                continue
            if not self._stands(place) or not body.quote.strip():
                continue
            thing = self._thing(reading, unit, body, self._level(reading, place, label) or level)
            if thing is not None:
                yield thing

    def _label(self, reading: SentenceReading, place: Place) -> int:
        """Where the words after a label begin; 0 without one."""
        colon = place.passage.text.find(":", place.start, place.end)
        if colon < 0 or not reading.opens or len(place.passage.text[place.start : colon].split()) > _LABEL:
            return 0
        before = Place(place.passage, place.start, colon)
        if not self.texts.opens(before, reading.opens):
            return 0
        rest = place.passage.text[colon + 1 : place.end]
        return colon + 1 + len(rest) - len(rest.lstrip())

    def _level(self, reading: SentenceReading, place: Place, label: int) -> Choice | None:
        said = Place(place.passage, place.start, label)
        return next((c for c in reading.levels if label and self.texts.opens(said, c.wordings)), None)

    def _stands(self, place: Place) -> bool:
        whole = ((0, len(place.quote)),)
        doubt = any(d.start - place.start < _OPENING for d in self.texts.hits(place, self.structures.doubt))
        return not doubt and self.mood.read(place.quote, whole) in _STATED

    def _thing(self, reading: SentenceReading, unit: Unit, place: Place, level: Choice | None) -> Thing | None:
        facts: list[Fact] = []
        for part in reading.parts:
            found = list(self._part(part, place))
            if part.is_key and not found:
                return None
            facts += found
        if level is not None and level.value:
            facts.insert(0, Fact(_LEVEL, Value("", iri=level.value), place))
        alone = len(unit.sentences) == 1 or place.start == 0
        key = f"{unit.passage.block}" if alone else f"{unit.passage.block}:{place.start}"
        text = place.quote.strip()
        return Thing(reading.cls, key, (reading.cls,), text, place, tuple(facts), text)

    def _part(self, part: Part, place: Place) -> Iterator[Fact]:
        spans = [m.span() for p in part.patterns for m in _compiled(p).finditer(place.quote)][:1]
        if part.steps:
            months = max((months_in(place.quote[a:b], self.structures) for a, b in spans), default=0.0)
            value = next((v for least, v in part.steps if months >= least), "") if months else ""
            if value:
                yield Fact(part.link, Value("", iri=value), place)
            return
        for a, b in spans:
            yield Fact(
                part.link,
                Value(place.quote[a:b].strip()),
                Place(place.passage, place.start + a, place.start + b),
                part.link.fills,
            )
        for found in self.texts.concepts(place, part.terms):
            yield Fact(part.link, Value("", iri=found.term), Place(place.passage, found.hit.start, found.hit.end))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
