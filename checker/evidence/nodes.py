"""The nodes of what a draft states: one for each thing, whoever read it, and where it stands in the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from checker.knowledge.model import Lexicon
from checker.knowledge.names import GC, OA, TYPE, XSD
from checker.readers.document import Passage

DRAFT = "urn:guidecheck:draft"


@dataclass(frozen=True, slots=True)
class Nodes:
    """Names the nodes of one draft, known by its checksum."""

    lexicon: Lexicon
    checksum: str
    _families: dict[str, str] = field(default_factory=dict, repr=False)

    def statement(self, cls: str, place: str) -> ox.NamedNode:
        """The node of a statement of a class that is stated at a place, or under a name."""
        return self.node("statement", self.family(cls), place)

    def family(self, cls: str) -> str:
        """The broadest class below Statement that holds this one: kinds of committee are committees."""
        if cls not in self._families:
            above = [c for c, below in self.lexicon.below.items() if cls in below and c != GC + "Statement"]
            self._families[cls] = max(above, key=lambda c: (len(self.lexicon.below[c]), c), default=cls)
        return self._families[cls]

    def node(self, role: str, *parts: str) -> ox.NamedNode:
        digest = hashlib.sha256("\0".join((self.checksum, role, *parts)).encode()).hexdigest()[:16]
        return ox.NamedNode(f"urn:guidecheck:{role}:{digest}")

    def evidence(self, node: ox.NamedNode, passage: Passage, start: int, end: int) -> Iterator[ox.Triple]:
        """Where a node was read: characters of a passage, with their quote."""
        note = self.node("annotation", str(passage.block), str(start), str(end))
        selector = self.node("selector", note.value)
        where = ((OA + "start", passage.start + start), (OA + "end", passage.start + end))
        yield ox.Triple(node, ox.NamedNode(GC + "hasEvidence"), note)
        yield ox.Triple(note, ox.NamedNode(TYPE), ox.NamedNode(OA + "Annotation"))
        yield ox.Triple(note, ox.NamedNode(OA + "hasTarget"), selector)
        yield ox.Triple(selector, ox.NamedNode(TYPE), ox.NamedNode(OA + "TextPositionSelector"))
        for predicate, offset in where:
            number = ox.Literal(str(offset), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))
            yield ox.Triple(selector, ox.NamedNode(predicate), number)
        yield ox.Triple(selector, ox.NamedNode(OA + "exact"), ox.Literal(passage.text[start:end]))
