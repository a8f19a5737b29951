"""Supports to statements: the smallest RDF that says what the passages say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

from checker.evidence.actors import name_at
from checker.evidence.nodes import DRAFT, Nodes
from checker.evidence.support import Support
from checker.evidence.terms import TermFinder, TermHit
from checker.evidence.units import Unit
from checker.folding import fold
from checker.knowledge.languages import DraftLanguage
from checker.knowledge.model import Lexicon, Part, ValueShape
from checker.knowledge.names import GC, HAS_TEXT, RDFS, TYPE

_MOST_NAMES = 12


class Maker(Protocol):
    """What makes statements of supports."""

    def triples(self, supports: Iterable[Support]) -> tuple[ox.Triple, ...]: ...


@dataclass(frozen=True, slots=True)
class StatementMaker:
    """Makes statements of one draft. Supports about one thing share a node.

    A body or a procedure is described over a whole chapter; a measure, an objective or an indicator in one
    passage (gc:statedPerPassage), whose text is theirs, so that rules on wording can judge it. So the relation
    that a claim asks for ("the same committee") can hold, or not. What a claim leaves open (which actor, which of
    several values) is filled with what the passage names; where it names none, nothing is made up.
    """

    lexicon: Lexicon
    language: DraftLanguage
    nodes: Nodes
    finder: TermFinder

    def triples(self, supports: Iterable[Support]) -> tuple[ox.Triple, ...]:
        return tuple(dict.fromkeys(t for s in supports for t in self._statement(s)))

    def _statement(self, support: Support) -> Iterator[ox.Triple]:
        classes = self._classes(support.said, support.unit) or (GC + "Statement",)
        place = self._place(classes[0], support.unit)
        node = self.nodes.statement(classes[0], place)
        yield ox.Triple(ox.NamedNode(DRAFT), ox.NamedNode(GC + "states"), node)
        if any(c in self.lexicon.per_passage for c in classes):
            text = ox.Literal(support.unit.passage.text, language=self.language.id)
            yield ox.Triple(node, ox.NamedNode(HAS_TEXT), text)
        yield from self._value(node, support.said, node.value, support)
        yield from self.nodes.evidence(node, support.unit.passage, *support.span)

    def _value(self, node: ox.NamedNode, shape: ValueShape, path: str, support: Support) -> Iterator[ox.Triple]:
        for cls in self._classes(shape, support.unit):
            yield ox.Triple(node, ox.NamedNode(TYPE), ox.NamedNode(cls))
        for part in shape.parts:
            if part.path == HAS_TEXT:
                continue
            prop = ox.NamedNode(part.path)
            if part.value.values:
                for value in self._values(part, support.unit):
                    yield ox.Triple(node, prop, ox.NamedNode(value))
                continue
            for classes, name in self._things(part, support):
                child = self.nodes.node("value", path, part.path, *part.value.classes[:1], fold(name))
                yield ox.Triple(node, prop, child)
                if name:
                    yield ox.Triple(child, ox.NamedNode(RDFS + "label"), ox.Literal(name))
                for cls in classes:
                    yield ox.Triple(child, ox.NamedNode(TYPE), ox.NamedNode(cls))
                yield from self._value(child, part.value, child.value, support)
        for group in shape.alternatives:
            best = max(group, key=lambda alternative: self._spoken_of(alternative, support.unit))
            yield from self._value(node, best, path, support)

    def _classes(self, shape: ValueShape, unit: Unit) -> tuple[str, ...]:
        """The classes asked for, and the narrower one that the passage speaks of."""
        found = (h.term for c in shape.classes for h in self._hits(c, unit)[:1])
        return tuple(dict.fromkeys((*shape.classes, *found)))

    def _values(self, part: Part, unit: Unit) -> tuple[str, ...]:
        """The concepts of a list that the passage speaks of; a list of one needs no choice."""
        named = tuple(v for v in part.value.values if self._hits(v, unit))
        return named or (part.value.values if len(part.value.values) == 1 else ())

    def _things(self, part: Part, support: Support) -> list[tuple[tuple[str, ...], str]]:
        """The things that a part names: each actor with its class and name, anything else once and unnamed."""
        unit, (start, end) = support.unit, support.span
        named = {
            name: (h.term,)
            for cls in part.value.classes
            if cls in self._actors
            for h in self._hits(cls, unit)
            if h.hit.own and start <= h.hit.start < end
            if (name := name_at(unit.passage.text, h.hit.start, h.hit.end, self.language))
        }
        things: list[tuple[tuple[str, ...], str]] = [(classes, name) for name, classes in named.items()]
        return things[:_MOST_NAMES] or [((), "")]

    def _spoken_of(self, shape: ValueShape, unit: Unit) -> int:
        terms = (*shape.classes, *shape.values, *(t for p in shape.parts for t in (*p.value.classes, *p.value.values)))
        return sum(bool(self._hits(t, unit)) for t in terms)

    def _hits(self, term: str, unit: Unit) -> tuple[TermHit, ...]:
        return self.finder.hits(term).get(unit.number, ())

    @property
    def _actors(self) -> frozenset[str]:
        return self.lexicon.below.get(GC + "Actor", frozenset())

    def _place(self, cls: str, unit: Unit) -> str:
        return str(unit.passage.block) if cls in self.lexicon.per_passage else "".join(unit.passage.heading[:1])
