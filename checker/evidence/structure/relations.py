"""Relations in prose: who chairs, endorses, is member of, supports a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.evidence.actors import name_at
from checker.evidence.mood import Mood, MoodReader
from checker.evidence.phrases import Hit
from checker.evidence.structure.bodies import Bodies, Body
from checker.evidence.structure.model import Fact, Place, Thing, Value
from checker.evidence.structure.texts import Texts
from checker.evidence.units import Unit
from checker.knowledge.languages import DraftLanguage
from checker.knowledge.names import GC
from checker.knowledge.structures import Link, RelationReading, Structures

_FAMILY = GC + "CoordinationMechanism"
_NAME = Link(GC + "hasName", True)
_FAR = 90
"""Characters between a wording and the one thing that it is said of."""
_CLAUSE = re.compile(r"[;:()]|,\s+(?:while|whereas|but|and the|mientras|pero|tandis|mais)\b")
_PROPER = re.compile(r"[A-ZÀ-Þ][\w’'&-]+(?:\s+(?:(?:of|for|and|the|de|del|la|las|los|y|du|des|et|pour|l[’'])\s*)*[A-ZÀ-Þ][\w’'&-]+)*")
_STATED = (Mood.COMMITTED, Mood.STATED)


@dataclass(frozen=True, slots=True)
class RelationReader:
    """Reads the sentences of one document."""

    texts: Texts
    mood: MoodReader
    bodies: Bodies
    structures: Structures
    language: DraftLanguage

    def read(self, units: Sequence[Unit]) -> Iterator[Thing]:
        """A thing for each body of which something is said, sentence by sentence."""
        cued = self._cued()
        for at, unit in enumerate(units):
            if unit.number not in cued or unit.passage.kind == "table-row":
                self._note(unit)
                continue
            for start, end in unit.sentences:
                place = Place(unit.passage, start, end)
                for body in self.bodies.at(place):
                    self.bodies.named(body)
                for reading in self.structures.relations:
                    yield from self._said(reading, unit, place, units[at + 1 : at + 40])

    def _cued(self) -> set[int]:
        found = (w for r in self.structures.relations for w in (*r.before, *r.after))
        return {h.unit for w in found for h in self.texts.finder.said(w) if h.own}

    def _note(self, unit: Unit) -> None:
        """A body is known by its full name from where it first stands."""
        for body in self.bodies.at(Place(unit.passage, 0, len(unit.passage.text))):
            if len(body.name.split()) > 1:
                self.bodies.named(body)

    def _said(self, reading: RelationReading, unit: Unit, place: Place, following: Sequence[Unit]) -> Iterator[Thing]:
        for hit in self.texts.hits(place, reading.before):
            if not self._stands(unit, place, hit):
                continue
            body = self._body(place, hit.start, before=True)
            values = self._actors(place, hit.end, self._clause_end(place, hit.end), many=reading.repeated)
            if reading.repeated and not values:
                values = self._listed(place, following)
            if body is not None:
                yield self._thing(reading, body, values, place)
            return
        for hit in self.texts.hits(place, reading.after):
            if not self._stands(unit, place, hit):
                continue
            body = self._body(place, hit.end, before=False)
            actors = self._actors(place, self._clause_start(place, hit.start), hit.start, many=True)
            if body is not None and actors:
                yield self._thing(reading, body, actors if reading.repeated else actors[-1:], place)
            return

    def _stands(self, unit: Unit, place: Place, hit: Hit) -> bool:
        """Whether a sentence says a relation as a fact: not denied, wished, doubted or told of the past."""
        sentence, span = place.quote, ((hit.start - place.start, hit.end - place.start),)
        if any(d.start < hit.end for d in self.texts.hits(place, self.structures.doubt)) or sentence.endswith("?"):
            return False
        return self.mood.read(sentence, span) in _STATED and not self.mood.denies(sentence, span)

    def _body(self, place: Place, at: int, *, before: bool) -> Body | None:
        """The body nearest to a wording on its side; where a sentence has none, the one of the heading."""
        found = self.bodies.at(place)
        side = [b for b in found if (b.place.end <= at if before else b.place.start >= at)]
        if side:
            near = side[-1] if before else side[0]
            gap = at - near.place.end if before else near.place.start - at
            return self.bodies.named(near) if gap <= _FAR else None
        if found or not before:
            return None
        above = self.bodies.above(place.passage)
        return self.bodies.named(above) if above is not None else None

    def _clause_end(self, place: Place, start: int) -> int:
        cut = re.compile(r";").search(place.passage.text, start, place.end)
        return cut.start() if cut else place.end

    def _clause_start(self, place: Place, end: int) -> int:
        cuts = [m.end() for m in _CLAUSE.finditer(place.passage.text, place.start, end)]
        return cuts[-1] if cuts else place.start

    def _actors(self, place: Place, start: int, end: int, *, many: bool) -> list[tuple[Value, Place]]:
        """The actors named between two characters: those of known classes, else a proper name."""
        passage = place.passage
        inside = Place(passage, start, end)
        bodies = [b.place for b in self.bodies.at(place)]
        found: list[tuple[Value, Place]] = []
        for term in self.texts.terms(inside, GC + "Actor"):
            first = term.hit.start
            if found and first < found[-1][1].end:
                continue
            name = name_at(passage.text, first, term.hit.end, self.language)
            last = min(end, first + len(name))
            found.append((Value(name, classes=(term.term,)), Place(passage, first, max(last, term.hit.end))))
        if not found:
            found = [
                (Value(m[0]), Place(passage, m.start(), m.end()))
                for m in _PROPER.finditer(passage.text, start, end)
                if not any(b.start < m.end() and m.start() < b.end for b in bodies) and m.start() > place.start
            ]
        near = [f for f in found if many or f[1].start - start <= _FAR]
        return near if many else near[:1]

    def _listed(self, place: Place, following: Sequence[Unit]) -> list[tuple[Value, Place]]:
        """The items of the list that a sentence introduces."""
        if not place.quote.rstrip().endswith(":"):
            return []
        found = []
        for unit in following:
            passage = unit.passage
            if passage.kind != "list-item" or passage.lead != place.quote.strip():
                break
            whole = Place(passage, 0, len(passage.text))
            named = self._actors(whole, 0, len(passage.text), many=False)
            found += named or [(Value(passage.text.rstrip(" ;.,")), whole)]
        return found

    def _thing(self, reading: RelationReading, body: Body, values: Iterable[tuple[Value, Place]], place: Place) -> Thing:
        facts = tuple(Fact(reading.link, value, at, f"{reading.iri}:{value.text}") for value, at in values)
        if len(body.name.split()) > 1:
            facts = (Fact(_NAME, Value(body.shown), body.place), *facts)
        return Thing(_FAMILY, body.name, body.classes, body.shown, place, facts)
