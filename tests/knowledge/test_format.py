"""The serializer: one way to write the same triples, and the files are written in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic

from checker.knowledge.format import formatted
from checker.places import knowledge_files

ONE = """
@prefix ex: <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> .
ex:b sh:property [ sh:path ex:q ] , [ sh:path ex:p ; sh:or ( [ sh:class ex:Z ] [ sh:class ex:A ] ) ] .
ex:a ex:label "x"@es , "x"@en .
"""
OTHER = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://e/> .
ex:a ex:label "x"@en , "x"@es .
ex:b sh:property [ sh:or ( [ sh:class ex:Z ] [ sh:class ex:A ] ) ; sh:path ex:p ] , [ sh:path ex:q ] .
"""


def test_order_in_the_source_does_not_matter() -> None:
    assert formatted(ONE) == formatted(OTHER)


def test_nothing_is_lost() -> None:
    before, after = (rdflib.Graph().parse(data=t, format="turtle") for t in (ONE, formatted(ONE)))
    assert isomorphic(before, after)


@pytest.mark.parametrize("file", knowledge_files(), ids=lambda f: f"{f.parent.name}/{f.name}")
def test_file_is_written_in_order(file: Path) -> None:
    text = file.read_text("utf-8")
    assert formatted(text) == text, "run: python -m checker.knowledge.format"
