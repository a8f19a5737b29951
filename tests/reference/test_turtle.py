"""Turtle cut into statements, and statements without their wording."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest

from checker.places import SHAPES
from checker.reference.turtle import is_prefix, prefix_of, statements, tokens, without_texts

NASTY = '''@prefix a: <http://a.example/#> .
PREFIX b: <http://b.example/>
a:x.y a b:Z ; # a comment; with a semicolon .
   b:label "semi;colon. \\" [quote"@en , 'other'@fr-CA ;
   b:n 1.5 , -2 , .5e3 , true ; b:p [ b:label """long ] "text" ;"""@en ; b:q ( [ b:r a:s\\.t ] "plain" ) ] .
<http://c.example/d> b:label "only words"@en .
a:m b:n 4 .
'''


def structural(text: str) -> Counter[str]:
    quads = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    return Counter(
        q.predicate.value for q in quads if not (isinstance(q.object, ox.Literal) and q.object.language is not None)
    )


def without(text: str) -> str:
    parts = list(statements(text))
    return "\n".join(
        "".join(t.text for t in (part if is_prefix(part) or first_is_wording(part) else without_texts(part)))
        for part in parts
    )


def first_is_wording(part: list) -> bool:
    return "only words" in "".join(t.text for t in part)


def test_tokens_are_the_text() -> None:
    assert "".join(t.text for t in tokens(NASTY)) == NASTY


def test_statements_and_prefixes() -> None:
    found = list(statements(NASTY))
    assert [prefix_of(s) for s in found if is_prefix(s)] == [("a:", "http://a.example/#"), ("b:", "http://b.example/")]
    assert [s[0].text for s in found if not is_prefix(s)] == ["a:x.y", "<http://c.example/d>", "a:m"]


def test_without_its_wording_the_rest_is_the_same() -> None:
    cut = without(NASTY)
    assert structural(cut) == structural(NASTY)
    assert "semi;colon" not in cut and "long ]" not in cut and '"plain"' in cut


@pytest.mark.parametrize("file", sorted(SHAPES.glob("*.ttl")), ids=lambda f: f.stem)
def test_our_shapes_lose_nothing_but_wording(file) -> None:
    text = file.read_text("utf-8")
    cut = without(text)
    assert structural(cut) == structural(text)
    assert "@fr" not in cut
