"""Elements of an activity to statements, as the ontology's readings say; each statement with its line."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote

import pyoxigraph as ox
from lxml import etree

from checker.descriptions.iati.element import ActivityElement, Element, words
from checker.knowledge.iati import Field, Iati, Reading
from checker.knowledge.names import DCTERMS, GC, GCI, TYPE

DRAFT = GCI + "draft"
"""The reading that makes the draft itself."""
_TYPE, _STATES = ox.NamedNode(TYPE), ox.NamedNode(GC + "states")


@dataclass(frozen=True, slots=True, eq=False)
class _Thing:
    """What was made of an element, and inside which things, by reading."""

    node: ox.NamedNode
    element: Element
    within: Mapping[str, ox.NamedNode]


def draft_iri(activity: ActivityElement) -> str:
    """The same in every file and run. An activity without an identifier is known by its line, and one whose identifier
    stands in the file before by how many times it does."""
    name = quote(activity.identifier, safe="") or f"line-{activity.line}"
    return f"urn:guidecheck:iati:{name}" + (f"#{activity.again + 1}" if activity.again else "")


def statements(activity: ActivityElement, iati: Iati) -> Mapping[ox.Triple, int]:
    """Every triple of the description, in order, with the line that it comes from."""
    maker = _Maker(activity, iati, draft_iri(activity), activity.lines)
    for reading in iati.readings:
        maker.read(reading)
    maker.link()
    return maker.found


@dataclass(slots=True, eq=False)
class _Maker:
    activity: ActivityElement
    iati: Iati
    draft: str
    lines: Mapping[Element, int]
    found: dict[ox.Triple, int] = field(default_factory=dict)
    things: dict[str, list[_Thing]] = field(default_factory=lambda: defaultdict(list))

    def read(self, reading: Reading) -> None:
        top = [_Thing(ox.NamedNode(self.draft), self.activity.element, {})]
        for holder in self.things[reading.under] if reading.under else top:
            for element in select(reading.at, holder.element):
                node = self._node(reading, element)
                thing = _Thing(node, element, {**holder.within, reading.iri: node})
                self.things[reading.iri].append(thing)
                self._say(reading, thing, holder)

    def link(self) -> None:
        for far in self.iati.links:
            for end in self.things[far.end]:
                near = end.within.get(far.start)
                for start in [near] if near else [t.node for t in self.things[far.start] if len(end.within) == 1]:
                    self._add(start, far.fills, end.node, end.element)

    def _say(self, reading: Reading, thing: _Thing, holder: _Thing) -> None:
        node, element = thing.node, thing.element
        if reading.stated:
            self._add(ox.NamedNode(self.draft), _STATES.value, node, element)
        for cls in reading.makes:
            self._add(node, TYPE, ox.NamedNode(cls), element)
        if reading.linked_by:
            also = [t.node for other in reading.also_under for t in self.things[other]]
            for start in (holder.node, *also):
                self._add(start, reading.linked_by, node, element)
        if reading.links_back:
            self._add(node, reading.links_back, holder.node, element)
        for said in reading.fields:
            for at in select(said.at, element):
                for predicate, value in self._values(said, at):
                    self._add(node, predicate, value, at)
        if reading.iri == DRAFT and (language := self.activity.language(element)):
            self._add(node, DCTERMS + "language", ox.Literal(language), element)

    def _values(self, said: Field, at: Element) -> Iterator[tuple[str, ox.NamedNode | ox.Literal]]:
        if said.how == "fixed":
            yield said.fills, ox.NamedNode(said.gives)
            return
        if said.how == "words":
            if text := words(at):
                language = self.activity.language(at)
                yield said.fills, ox.Literal(text, language=language) if language else ox.Literal(text)
            return
        value = _value(said.value, at) if said.value else words(at)
        if not value:
            return
        if said.how == "plain":
            yield said.fills, ox.Literal(value)
            return
        listed = self.iati.lists[said.list]
        if said.how == "name":
            for language, name in listed.names[value].by_language.items() if value in listed.names else ():
                yield said.fills, ox.Literal(name, language=language)
            return
        for meaning in listed.meaning(value):
            yield (TYPE if said.how == "class" else said.fills), ox.NamedNode(meaning)

    def _node(self, reading: Reading, element: Element) -> ox.NamedNode:
        """By its key, or by its place among its like, so that lines may move and names stay."""
        if reading.iri == DRAFT:
            return ox.NamedNode(self.draft)
        key = _value(reading.key, element).strip("|") if reading.key else ""
        place = key or f"#{len(self.things[reading.iri])}"
        family = (reading.family if key else reading.iri).rpartition("#")[2]
        digest = hashlib.sha256("\0".join((self.draft, family, place)).encode()).hexdigest()[:16]
        return ox.NamedNode(f"urn:guidecheck:iati-{family}:{digest}")

    def _add(self, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal, element: Element) -> None:
        self.found.setdefault(ox.Triple(subject, ox.NamedNode(predicate), value), self.lines[element])


@lru_cache(maxsize=1024)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


def select(path: str, element: Element) -> list[Element]:
    """What an XPath finds."""
    found = _compiled(path)(element)
    return list(found) if isinstance(found, list) else []


def _value(path: str, element: Element) -> str:
    found = _compiled(path)(element)
    first = found[0] if isinstance(found, list) and found else found
    return " ".join(str(first).split()) if first != [] else ""
