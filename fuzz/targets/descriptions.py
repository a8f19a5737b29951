"""Drafts in RDF: their triples, the tables that they come to, and where in the file they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from unittest.mock import patch

import pyoxigraph as ox

from checker.descriptions.lines import lines_of
from checker.descriptions.positions import Span, positions_of
from checker.descriptions.rdf import named, read_rdf
from checker.descriptions.syntaxes import BOM, SYNTAXES, parse, stream
from checker.engine.names import XSD
from checker.engine.tables import plain
from checker.engine.tables.lexical import comparable, well_formed
from checker.knowledge import load
from checker.knowledge.names import RDF
from fuzz.targets.files import Target, written
from tests.engine.alike import assert_same

_BREAK = re.compile(r"\r\n|\r|\n")
_JSON = r'[{\["0-9tf-]'
_TERSE = {"NamedNode": r"<|\w|:", "BlankNode": r"_:|\[|\(", "Literal": r"[\"'0-9.+-]|true|false", "Triple": "<<"}
"""How the object of a triple begins in Turtle and its kin, by its class."""
_ELSEWHERE = (RDF + "first", RDF + "rest", RDF + "reifies")
"""Properties whose triples stand where a list does, or where the triple does that they speak of."""


def rdf(ending: str) -> Target:
    """A draft in a syntax, read whole, piece by piece as portfolios are, and for the lines of its nodes."""

    def one(data: bytes) -> object:
        file = written(data, f"draft{ending}")
        pieces = sum(1 for _ in stream(file))
        found = read_rdf(file, load())
        assert pieces >= len(found.triples)
        return positions_of(data, SYNTAXES[ending]), lines_of(data, SYNTAXES[ending])

    return one


def positions(ending: str) -> Target:
    """All that is valid has positions: of triples that are there, within the file, and at something of their kind."""
    syntax = SYNTAXES[ending]

    def one(data: bytes) -> None:
        _, quads = parse(written(data, f"positions{ending}"))
        lines = _BREAK.split(data.removeprefix(BOM).decode("utf-8", "replace"))
        found = positions_of(data, syntax)
        kinds = _kinds(named(quads))
        for span in (*found.nodes.values(), *found.triples.values()):
            assert_within(span, lines)
        for key, span in found.triples.items():
            assert key[0] in found.nodes, key
            assert key in kinds or "<<" in key[2], key
            begins = lines[span.first - 1][span.column - 1 :]
            expected = "<" if ending == ".rdf" else _JSON if ending == ".jsonld" else "|".join(kinds.get(key, ".*"))
            assert key[1] in _ELSEWHERE or re.match(expected, begins), (key, begins)
        for span in lines_of(data, syntax).values():
            assert 1 <= span.first <= span.last <= data.count(b"\n") + 1, span

    return one


def assert_within(span: Span, lines: list[str]) -> None:
    assert 1 <= span.first <= span.last <= len(lines), span
    assert 1 <= span.column <= len(lines[span.first - 1]) + 1, span
    assert 0 <= span.end <= len(lines[span.last - 1]) + 1, span
    assert not span.end or (span.first, span.column) <= (span.last, span.end), span


def _kinds(triples: Iterable[ox.Triple]) -> dict[tuple[str, str, str], set[str]]:
    """By key, how the objects of these triples may begin; a text and a name may have one key."""
    found = defaultdict(set)
    for t in triples:
        ends = (n.value if isinstance(n, ox.NamedNode | ox.Literal) else str(n) for n in (t.subject, t.object))
        subject, value = ends
        is_blank = value.startswith("urn:guidecheck:node:")
        found[subject, t.predicate.value, value].add(_TERSE["BlankNode" if is_blank else type(t.object).__name__])
    return found


def tables(data: bytes) -> None:
    """Read word by word, in pieces of any size, it comes to the tables that pyoxigraph gives, or is left to it."""
    for ending in (".ttl", ".nt"):
        file = written(data, f"tables{ending}")
        whole = assert_same(file)
        with patch.object(plain, "_AT_ONCE", 1 + len(data) % 61):
            assert assert_same(file) <= whole


_DATATYPES = (
    *("integer", "byte", "unsignedLong", "decimal", "double", "boolean", "date", "dateTime", "dateTimeStamp", "time"),
    *("duration", "gYear", "gMonthDay", "hexBinary", "base64Binary", "language", "Name", "string"),
)


_MOST_TEXTS = 40


def literals(data: bytes) -> None:
    """A text of each datatype: well formed or not, and comparable with others where it has an order."""
    texts = data.decode("utf-8", "replace").split("\x1f")[:_MOST_TEXTS]
    for datatype in (XSD + name for name in _DATATYPES):
        keys = [key for text in texts if (key := comparable(datatype, text)) is not None]
        assert len(keys) <= sum(well_formed(datatype, text) for text in texts), texts
        sorted(keys)  # type: ignore[type-var]
        hash(tuple(keys))
