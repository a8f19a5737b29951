"""Shapes as engines read them: small, and with the results of the shapes as they are written."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from checker.descriptions.closure import closed
from checker.descriptions.rdf import read_rdf
from checker.engine import validate
from checker.knowledge import load
from checker.knowledge.index import Index
from checker.knowledge.names import GC, GCR, SH
from checker.knowledge.shape_texts import shape_texts, shapes_text
from checker.knowledge.shapes import shapes_graph
from checker.places import ONTOLOGY

CASES = sorted((ONTOLOGY.parent / "examples" / "cases").glob("*.ttl"))[::9]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_small_shapes_give_the_results_of_those_written(case: object) -> None:
    knowledge = load()
    asked = list(knowledge.requirements.values())[::8]
    data = closed(read_rdf(case, knowledge).triples, knowledge)  # type: ignore[arg-type]
    small = validate(shapes_text(knowledge.shape_texts, asked), data, "compiled")
    assert small == validate(shapes_graph(knowledge.index, asked), data, "compiled")
    assert small


def test_blank_nodes_that_say_the_same_are_one() -> None:
    knowledge = load()
    asked = list(knowledge.requirements.values())
    written = len(shapes_graph(knowledge.index, asked))
    read = {line for text in knowledge.shape_texts.values() for line in text.splitlines()}
    assert len(read) < written * 0.7


def test_a_ring_of_blank_nodes_stays_a_ring() -> None:
    turtle = f"""
        @prefix sh: <{SH}> . @prefix gc: <{GC}> . @prefix gcr: <{GCR}> .
        gcr:SOP-01 a sh:NodeShape ; sh:property gcr:SOP-01-a . gcr:SOP-01-a sh:path gc:states ; sh:node _:one, _:like .
        _:one sh:not _:two . _:two sh:not _:one . _:like sh:class gc:SopDraft . gcr:SOP-01-a sh:and _:same .
        _:same sh:class gc:SopDraft .
    """
    requirement = load().requirements["SOP-01"]
    (text,) = shape_texts(Index(ox.parse(turtle, format=ox.RdfFormat.TURTLE)), [requirement]).values()
    triples = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]
    links = {str(t.subject): str(t.object) for t in triples if t.predicate.value == SH + "not"}
    one, two = links
    assert links == {one: two, two: one}
    assert sum(t.predicate.value == SH + "class" for t in triples) == 1
