"""Positions in JSON-LD, which is read whole before anything is told.

Each object of the text is given a name that says where it stands, and the parser reads the text again: its quads come
in the same order, now with the places as names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from checker.descriptions.positions.spans import BASE, Gathered, Positions, Ruler, Stretch
from checker.knowledge.names import TYPE, XSD

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_MARKER = "urn:guidecheck:at:"
_ALIAS = re.compile(r'"([^"@]+)"\s*:\s*"@id"')
"""A key that means @id in this text."""
_MARKS = frozenset("{}[]:,")
_OF_A_NODE = {"@type", "@context"}
"""Keywords that an object may have and still be a node."""
_OF_A_VALUE = {"@value", "@list", "@set"}


@dataclass(frozen=True, slots=True)
class _Value:
    """What a token says, under which key of its object, and where."""

    key: str
    said: str
    start: int
    end: int


@dataclass(slots=True)
class _Object:
    start: int
    of_context: bool
    end: int = 0
    key: str = ""
    """The key that was read last, and whether its colon was."""
    at_value: bool = False
    keys: set[str] = field(default_factory=set)
    values: list[_Value] = field(default_factory=list)
    """Plain values, under any key, also those of lists and of values written as objects."""
    named: tuple[int, int] | None = None

    @property
    def edit(self) -> int:
        """Where its name stands, or would stand."""
        return self.named[0] if self.named else self.start + 1


def in_json_ld(data: bytes) -> Positions:
    """Where nodes and triples stand, as far as the parser, asked twice, gives the same triples."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    quads, gathered = _parsed(text), Gathered()
    objects = _objects(text)
    marked: list[ox.Quad] = []
    for unnamed in (True, False):
        with suppress(SyntaxError, ValueError):
            marked = _parsed(_marked(text, objects, unnamed=unnamed))
        if [q.predicate for q in marked] == [q.predicate for q in quads]:
            break
    else:
        marked = quads
    spot, places = Ruler(text), {f"{_MARKER}{n}": one for n, one in enumerate(objects)}
    for quad, at in zip(quads, marked, strict=True):
        subject, value = _object(at.subject, places), _object(at.object, places)
        found = (value.start, value.end) if value else _written(quad, subject) if subject else None
        stretches: list[Stretch | None] = [
            (spot(place[0]), spot(place[1])) if place else None
            for place in ((subject.start, subject.end) if subject else None, found)
        ]
        gathered.add(quad, *stretches)
    return gathered.positions()


def _parsed(text: str) -> list[ox.Quad]:
    return list(ox.parse(text.encode(), format=ox.RdfFormat.JSON_LD, base_iri=BASE))


def _object(node: object, places: Mapping[str, _Object]) -> _Object | None:
    return places.get(node.value) if isinstance(node, ox.NamedNode) else None


def _written(quad: ox.Quad, inside: _Object) -> tuple[int, int] | None:
    """Where the object of a quad stands among the values of a JSON object, under the key of its predicate first: the
    key may be any name that the context gives it."""
    found = [value for value in inside.values if (value.start, value.end) != inside.named and _says(value, quad.object)]
    best = max(found, key=lambda value: _is_key(value.key, quad.predicate.value), default=None)
    return (best.start, best.end) if best else None


def _says(value: _Value, node: object) -> bool:
    """As it is, or with a prefix before its last part; a number in any of its forms."""
    said = value.said
    if isinstance(node, ox.NamedNode):
        return bool(said) and (said == node.value or node.value.endswith(said.rpartition(":")[2]))
    if not isinstance(node, ox.Literal):
        return False
    if node.datatype.value == XSD + "double":
        with suppress(ValueError):
            return float(said) == float(node.value)
    return said == node.value


def _is_key(key: str, predicate: str) -> int:
    """How well a key fits a predicate; keywords only fit their own."""
    if key.startswith("@"):
        return 2 if key == "@type" and predicate == TYPE else 0
    last = key.rpartition(":")[2]
    return 2 if last and predicate.endswith(last) else 1


def _marked(text: str, objects: Iterable[_Object], *, unnamed: bool) -> str:
    pieces, done = [], 0
    for number, found in enumerate(objects):
        if found.of_context:
            continue
        name = json.dumps(f"{_MARKER}{number}")
        if found.named:
            start, end = found.named
            pieces += [text[done:start], name]
            done = end
        elif unnamed and found.keys and not {k for k in found.keys if k.startswith("@")} - _OF_A_NODE:
            pieces += [text[done : found.edit], f'"@id":{name},']
            done = found.edit
    return "".join(pieces) + text[done:]


def _objects(text: str) -> list[_Object]:
    """Every object in the text, in the order of their edits."""
    ids = {"@id", *_ALIAS.findall(text)}
    found, opened = list[_Object](), list[_Object | None]()
    for start, end, said, is_string in _tokens(text):
        inner = next((one for one in reversed(opened) if one), None)
        if not is_string and said in _MARKS:
            _mark(said, start, end, inner, opened, found)
        elif inner is None:
            continue
        elif opened[-1] is inner and not inner.at_value:
            inner.key = said
            inner.keys.add(said)
        else:
            inner.values.append(_Value(inner.key, said, start, end))
            if opened[-1] is inner and inner.key in ids:
                inner.named = start, end
    return sorted(found, key=lambda one: one.edit)


def _mark(
    mark: str, start: int, end: int, inner: _Object | None, opened: list[_Object | None], found: list[_Object]
) -> None:
    if mark == "{":
        found.append(_Object(start, inner is not None and (inner.of_context or inner.key == "@context")))
        opened.append(found[-1])
    elif mark == "[":
        opened.append(None)
    elif mark in "}]":
        closed = opened.pop()
        outer = next((one for one in reversed(opened) if one), None)
        if closed:
            closed.end = end
            if outer and closed.keys & _OF_A_VALUE:
                outer.values += [replace(value, key=outer.key) for value in closed.values if value.key in _OF_A_VALUE]
    elif inner and opened[-1] is inner:
        inner.at_value = mark == ":"


def _tokens(text: str) -> Iterator[tuple[int, int, str, bool]]:
    for token in _TOKEN.finditer(text):
        said = token[0]
        is_string = said.startswith('"')
        if is_string:
            with suppress(ValueError):
                said = json.loads(said, strict=False)
        yield token.start(), token.end(), said, is_string
