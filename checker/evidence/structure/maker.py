"""Things to statements: the same RDF as passages make, so that a thing read twice is one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from checker.evidence.nodes import DRAFT, Nodes
from checker.evidence.structure.model import Fact, Place, Thing, Value
from checker.folding import fold
from checker.knowledge.names import GC, HAS_TEXT, RDFS, TYPE


@dataclass(frozen=True, slots=True)
class StructureMaker:
    """Makes statements of the structure of one draft, in the language of the draft."""

    nodes: Nodes
    language: str

    def triples(self, things: Iterable[Thing]) -> tuple[ox.Triple, ...]:
        return tuple(dict.fromkeys(t for thing in things for t in self._thing(thing)))

    def blocks(self, things: Iterable[Thing]) -> dict[str, frozenset[int]]:
        """The blocks of the document in which each node was read."""
        found: dict[str, set[int]] = defaultdict(set)
        for thing in things:
            node = self.nodes.statement(thing.family, thing.key).value
            found[node].update(place.passage.block for place in (thing.place, *(f.place for f in thing.facts)))
        return {node: frozenset(blocks) for node, blocks in found.items()}

    def _thing(self, thing: Thing) -> Iterator[ox.Triple]:
        if not thing.place.quote.strip():
            return
        node = self.nodes.statement(thing.family, thing.key)
        if thing.holder is None:
            yield ox.Triple(ox.NamedNode(DRAFT), ox.NamedNode(GC + "states"), node)
        else:
            yield from self._held(node, thing)
        for cls in thing.classes:
            yield ox.Triple(node, ox.NamedNode(TYPE), ox.NamedNode(cls))
        if thing.name:
            yield ox.Triple(node, ox.NamedNode(RDFS + "label"), self._words(thing.name))
        if thing.worded:
            yield ox.Triple(node, ox.NamedNode(HAS_TEXT), self._words(thing.worded))
        yield from self._evidence(node, thing.place)
        for fact in thing.facts:
            yield from self._fact(node, fact)

    def _held(self, node: ox.NamedNode, thing: Thing) -> Iterator[ox.Triple]:
        if thing.holder is None:
            return
        cls, key, path = thing.holder
        holder = self.nodes.statement(cls, key)
        yield ox.Triple(ox.NamedNode(DRAFT), ox.NamedNode(GC + "states"), holder)
        yield ox.Triple(holder, ox.NamedNode(TYPE), ox.NamedNode(cls))
        yield ox.Triple(holder, ox.NamedNode(path), node)
        yield from self._evidence(holder, thing.place)

    def _fact(self, node: ox.NamedNode, fact: Fact) -> Iterator[ox.Triple]:
        link, of = fact.link, node
        if link.through:
            of = self.nodes.node("value", node.value, link.through, fact.turn)
            yield ox.Triple(node, ox.NamedNode(link.through), of)
            yield ox.Triple(of, ox.NamedNode(TYPE), ox.NamedNode(link.through_class))
            yield from self._evidence(of, fact.place)
            if link.back:
                yield ox.Triple(of, ox.NamedNode(link.back), node)
        path, value = ox.NamedNode(link.fills), fact.value
        if value.iri:
            yield ox.Triple(of, path, ox.NamedNode(value.iri))
        elif link.literal:
            yield ox.Triple(of, path, ox.Literal(value.text))
        else:
            child = self.nodes.node("value", of.value, link.fills, fold(value.text))
            yield ox.Triple(of, path, child)
            yield from self._child(child, value, fact.place)
            of = child
        for beside, said in value.beside:
            yield ox.Triple(of, ox.NamedNode(beside), ox.Literal(said))
        yield from self._evidence(node, fact.place)

    def _child(self, child: ox.NamedNode, value: Value, place: Place) -> Iterator[ox.Triple]:
        yield ox.Triple(child, ox.NamedNode(RDFS + "label"), self._words(value.text))
        for cls in value.classes:
            yield ox.Triple(child, ox.NamedNode(TYPE), ox.NamedNode(cls))
            if cls in self.nodes.lexicon.per_passage:
                yield ox.Triple(child, ox.NamedNode(HAS_TEXT), self._words(value.text))
        yield from self._evidence(child, place)

    def _evidence(self, node: ox.NamedNode, place: Place) -> Iterator[ox.Triple]:
        return self.nodes.evidence(node, place.passage, place.start, place.end)

    def _words(self, text: str) -> ox.Literal:
        return ox.Literal(text, language=self.language)
