"""Relations in prose: who chairs, endorses, is member of, supports a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.evidence.mood import Mood, MoodReader
from checker.evidence.phrases import Hit
from checker.evidence.structure.actors_said import ActorsSaid, Said
from checker.evidence.structure.bodies import FAMILY, NAME, Bodies, Body
from checker.evidence.structure.model import Fact, Place, Thing, Value
from checker.evidence.structure.texts import Texts
from checker.evidence.units import Unit
from checker.knowledge.structures import RelationReading, Structures

_FAR = 90
"""Characters between a wording and the one actor of which it is said."""
_NEAR = 40
"""Characters between a wording and the body of which it is said."""
_ASIDE = re.compile(r"\([^)]*\)")
_BREAK = re.compile(r"[;:]")
_ITEMS = 40
"""Passages after a sentence in which its list is looked for."""
_OVERLAP = 12
"""Characters of a body's name that a wording may already hold ("presides over the council")."""
_DENIED = 16
"""Characters before a wording in which a "not" denies it, even where it is undertaken: "shall not be chaired by"."""
_STATED = (Mood.COMMITTED, Mood.STATED)


@dataclass(frozen=True, slots=True)
class RelationReader:
    """Reads the sentences of one document."""

    texts: Texts
    mood: MoodReader
    bodies: Bodies
    actors: ActorsSaid
    structures: Structures

    def read(self, units: Sequence[Unit]) -> Iterator[Thing]:
        """A thing for each relation of a body, sentence by sentence."""
        cued = self._cued()
        for at, unit in enumerate(units):
            if unit.passage.kind == "table-row":
                continue
            for start, end in unit.sentences:
                place = Place(unit.passage, start, end)
                for body in self.bodies.at(place):
                    if body.is_named:
                        self.bodies.named(body)
                if unit.number in cued:
                    for reading in self.structures.relations:
                        yield from self._said(reading, place, units[at + 1 : at + _ITEMS])

    def _cued(self) -> set[int]:
        wordings = (w for r in self.structures.relations for w in (*r.before, *r.after))
        return {h.unit for w in wordings for h in self.texts.finder.said(w) if h.own}

    def _said(self, reading: RelationReading, place: Place, following: Sequence[Unit]) -> Iterator[Thing]:
        for hit in self.texts.hits(place, reading.before):
            body = self._body(place, hit, after=False)
            values = self._after(reading, place, hit, following) if body is not None else []
            if body is not None and values and self._stands(place, hit):
                yield _thing(reading, body, values, place)
                return
        for hit in self.texts.hits(place, reading.after):
            body = self._body(place, hit, after=True)
            values = self._before(reading, place, hit) if body is not None else []
            if body is not None and values and self._stands(place, hit):
                yield _thing(reading, body, values, place)
                return

    def _stands(self, place: Place, hit: Hit) -> bool:
        """Whether a sentence says a relation as a fact: not denied, wished, doubted or told of the past."""
        sentence, span = place.quote, ((hit.start - place.start, hit.end - place.start),)
        if any(d.start < hit.end for d in self.texts.hits(place, self.structures.doubt)) or sentence.endswith("?"):
            return False
        before = Place(place.passage, max(place.start, hit.start - _DENIED), hit.end)
        denied = self.texts.says(before, self.structures.denial) or self.mood.denies(sentence, span)
        return not denied and self.mood.read(sentence, span) in _STATED

    def _body(self, place: Place, hit: Hit, *, after: bool) -> Body | None:
        """The body nearest to a wording on one side; where a sentence names none, the one told of before."""
        found = self.bodies.at(place)
        side = [b for b in found if (b.place.start >= hit.end - _OVERLAP if after else b.place.end <= hit.start)]
        if not side:
            return None if found or after else self._told_before(place)
        near = side[0] if after else side[-1]
        text = place.passage.text
        between = text[hit.end : near.place.start] if after else text[near.place.end : hit.start]
        if len(_ASIDE.sub("", between)) > _NEAR or (not after and self._is_relative(place, near)):
            return None
        return self.bodies.named(near)

    def _told_before(self, place: Place) -> Body | None:
        """Of a sentence that names no body, the one of the sentence before, else of the heading right above."""
        passage = place.passage
        earlier = self.bodies.at(Place(passage, 0, place.start))
        if earlier:
            return self.bodies.named(earlier[-1])
        above = self.bodies.above(passage, nearest=True)
        return self.bodies.named(above) if above is not None else None

    def _is_relative(self, place: Place, body: Body) -> bool:
        """Whether a body stands in a clause of its own: "the activities which the committee plans comprise"."""
        before = Place(place.passage, max(place.start, body.place.start - 14), body.place.start)
        return self.texts.says(before, self.structures.relative)

    def _after(self, reading: RelationReading, place: Place, hit: Hit, following: Sequence[Unit]) -> list[Said]:
        cut = _BREAK.search(place.passage.text, hit.end, place.end)
        end = cut.start() if cut and cut.start() > hit.end + 3 and not reading.repeated else place.end
        inside = Place(place.passage, hit.end, end)
        found = self.actors.within(inside, reading.excepted)
        if reading.repeated:
            return found or self._listed(reading, place, following)
        beside = self.actors.beside(inside, after=True)
        near = [f for f in found if f[1].start - hit.end <= _FAR]
        first = [f for f in beside if not near or f[1].end < near[0][1].start]
        return (first or near)[:1]

    def _before(self, reading: RelationReading, place: Place, hit: Hit) -> list[Said]:
        cuts = [m.end() for m in _BREAK.finditer(place.passage.text, place.start, hit.start)]
        inside = Place(place.passage, cuts[-1] if cuts else place.start, hit.start)
        found = self.actors.within(inside, reading.excepted)
        if reading.repeated:
            return found or self.actors.beside(inside, after=False)
        near = [f for f in found if hit.start - f[1].end <= _FAR]
        return near[-1:] or self.actors.beside(inside, after=False)

    def _listed(self, reading: RelationReading, place: Place, following: Sequence[Unit]) -> list[Said]:
        """The items of the list that a sentence introduces."""
        if not place.quote.rstrip().endswith(":"):
            return []
        found: list[Said] = []
        for unit in following:
            passage = unit.passage
            if passage.kind != "list-item" or passage.lead != place.quote.strip():
                break
            whole = Place(passage, 0, len(passage.text))
            found += self.actors.within(whole, reading.excepted)[:1] or self.actors.beside(whole, after=True)
        return found


def _thing(reading: RelationReading, body: Body, values: Sequence[Said], place: Place) -> Thing:
    facts = tuple(Fact(reading.link, value, at, f"{reading.iri}:{value.text}") for value, at in values)
    named = (Fact(NAME, Value(body.shown), place),) if body.is_named else ()
    return Thing(FAMILY, body.name, body.classes, body.shown, place, (*named, *facts))
