"""Supports to statements: the smallest RDF that says what the passages say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from checker.evidence.actors import name_at
from checker.evidence.fit import Fit
from checker.evidence.support import Support
from checker.evidence.units import Unit
from checker.folding import fold
from checker.knowledge.languages import DraftLanguage
from checker.knowledge.model import Lexicon
from checker.knowledge.names import GC, HAS_TEXT, OA, RDFS, TYPE, XSD

DRAFT = "urn:guidecheck:draft"
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class StatementMaker:
    """Makes statements of one draft. Supports about one thing share a node.

    A body or a procedure is described over a whole chapter; a measure, an objective or an indicator in one
    passage (gc:statedPerPassage), whose text is theirs, so that rules on wording can judge it. So the relation
    that a claim asks for ("the same committee") can hold, or not.
    """

    lexicon: Lexicon
    language: DraftLanguage
    checksum: str
    _families: dict[str, str] = field(default_factory=dict, repr=False)

    def triples(self, supports: Iterable[Support]) -> tuple[ox.Triple, ...]:
        return tuple(dict.fromkeys(t for s in supports for t in self._statement(s)))

    def _statement(self, support: Support) -> Iterator[ox.Triple]:
        classes = support.fit.classes or (GC + "Statement",)
        node = self._node("statement", self._family(classes[0]), self._place(classes[0], support.unit))
        yield ox.Triple(ox.NamedNode(DRAFT), ox.NamedNode(GC + "states"), node)
        if any(c in self.lexicon.per_passage for c in classes):
            text = ox.Literal(support.unit.passage.text, language=self.language.id)
            yield ox.Triple(node, ox.NamedNode(HAS_TEXT), text)
        yield from self._value(node, support.fit, node.value, support.unit.passage.text)
        yield from self._evidence(node, support)

    def _value(self, node: ox.NamedNode, fit: Fit, path: str, text: str) -> Iterator[ox.Triple]:
        for cls in fit.classes:
            yield ox.Triple(node, ox.NamedNode(TYPE), ox.NamedNode(cls))
        for prop, inner in fit.parts:
            if prop == HAS_TEXT:
                continue
            if inner.values:
                for value in inner.values:
                    yield ox.Triple(node, ox.NamedNode(prop), ox.NamedNode(value))
                continue
            for classes, name in self._things(inner, text):
                child = self._node("value", path, prop, *inner.classes[:1], fold(name))
                yield ox.Triple(node, ox.NamedNode(prop), child)
                if name:
                    yield ox.Triple(child, ox.NamedNode(RDFS + "label"), ox.Literal(name))
                for cls in classes:
                    yield ox.Triple(child, ox.NamedNode(TYPE), ox.NamedNode(cls))
                yield from self._value(child, inner, child.value, text)

    def _things(self, fit: Fit, text: str) -> list[tuple[tuple[str, ...], str]]:
        """The things that a part names: each actor with its class and name, anything else once and unnamed."""
        actors = self.lexicon.below.get(GC + "Actor", frozenset())
        named: dict[str, tuple[str, ...]] = {
            name: (m.term,)
            for slot in fit.slots
            for m in slot.mentions
            if m.term in actors and (name := name_at(text, m.hit.start, m.hit.end, self.language))
        }
        things = [(classes, name) for name, classes in named.items()]
        return things[:_MOST_NAMES] or [((), "")]

    def _evidence(self, node: ox.NamedNode, support: Support) -> Iterator[ox.Triple]:
        passage, (start, end) = support.unit.passage, support.span
        note = self._node("annotation", str(passage.block), str(start), str(end))
        selector = self._node("selector", note.value)
        where = ((OA + "start", passage.start + start), (OA + "end", passage.start + end))
        yield ox.Triple(node, ox.NamedNode(GC + "hasEvidence"), note)
        yield ox.Triple(note, ox.NamedNode(TYPE), ox.NamedNode(OA + "Annotation"))
        yield ox.Triple(note, ox.NamedNode(OA + "hasTarget"), selector)
        yield ox.Triple(selector, ox.NamedNode(TYPE), ox.NamedNode(OA + "TextPositionSelector"))
        for predicate, offset in where:
            number = ox.Literal(str(offset), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))
            yield ox.Triple(selector, ox.NamedNode(predicate), number)
        yield ox.Triple(selector, ox.NamedNode(OA + "exact"), ox.Literal(passage.text[start:end]))

    def _family(self, cls: str) -> str:
        """The broadest class below Statement that holds this one: kinds of committee are committees."""
        if cls not in self._families:
            above = [c for c, below in self.lexicon.below.items() if cls in below and c != GC + "Statement"]
            self._families[cls] = max(above, key=lambda c: (len(self.lexicon.below[c]), c), default=cls)
        return self._families[cls]

    def _place(self, cls: str, unit: Unit) -> str:
        return str(unit.passage.block) if cls in self.lexicon.per_passage else "".join(unit.passage.heading[:1])

    def _node(self, role: str, *parts: str) -> ox.NamedNode:
        digest = hashlib.sha256("\0".join((self.checksum, role, *parts)).encode()).hexdigest()[:16]
        return ox.NamedNode(f"urn:guidecheck:{role}:{digest}")
