"""Line and column of nodes and triples, in every syntax."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.descriptions.positions import Span, positions_of

HERE = Path(__file__).parent
SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
EX = "http://example.org/"


def cut(text: str, span: Span) -> str:
    """What stands at a span; the rest of its first line where its end is not known."""
    lines = text.split("\n")[span.first - 1 : span.last if span.end else span.first]
    lines[-1] = lines[-1][: span.end - 1] if span.end else lines[-1]
    return "\n".join(lines)[span.column - 1 :]


@pytest.mark.parametrize("case", json.loads((HERE / "cases.json").read_text("utf-8")), ids=lambda c: c["name"])
def test_what_stands_there(case: dict[str, object]) -> None:
    text = "\n".join(case["text"])  # type: ignore[arg-type]
    found = positions_of(text.encode(), SYNTAXES[str(case["syntax"])])
    nodes = {node.removeprefix(EX): [span.first, span.column] for node, span in found.nodes.items()}
    triples = {
        " ".join(name.removeprefix(EX) for name in key): [span.first, span.column]
        for key, span in found.triples.items()
    }
    assert {name: nodes.get(name) for name in case["nodes"]} == case["nodes"]  # type: ignore[attr-defined]
    assert {key: triples.get(key) for key in case["triples"]} == case["triples"]  # type: ignore[attr-defined]


names = st.sampled_from("abcdef").map(lambda n: ox.NamedNode(f"{EX}{n}"))
blanks = st.sampled_from("xyz").map(ox.BlankNode)
literals = st.builds(
    lambda text, tag: ox.Literal(text, language=tag) if tag else ox.Literal(text),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=12),
    st.sampled_from(["", "en", "fr"]),
) | st.integers(0, 99).map(ox.Literal)
triples = st.builds(ox.Triple, names | blanks, names, names | blanks | literals)
graphs = st.lists(triples, min_size=1, max_size=12, unique=True)


@settings(deadline=None, max_examples=60)
@given(graph=graphs, syntax=st.sampled_from(sorted(SYNTAXES)), by_rdflib=st.booleans())
def test_the_object_of_every_triple_stands_where_it_is_said(
    graph: list[ox.Triple], syntax: str, by_rdflib: bool
) -> None:
    data = written(graph, syntax, by_rdflib=by_rdflib)
    text = data.decode()
    found = positions_of(data, SYNTAXES[syntax])
    parsed = list(ox.parse(data, format=SYNTAXES[syntax], base_iri="urn:guidecheck:file:"))
    assert len(found.triples) == len({(str(q.subject), str(q.predicate), str(q.object)) for q in parsed})
    for (subject, predicate, value), span in found.triples.items():
        shown = cut(text, span)
        if syntax == "rdf":
            assert predicate.rpartition("/")[2] in shown, (subject, shown)
        elif value.startswith(EX):
            assert value.removeprefix(EX) in shown
        elif not value.startswith("urn:guidecheck:node:") and value.isalnum():
            assert value in shown or ascii(value)[1:-1] in shown.lower()
    for node, span in found.nodes.items():
        if node.startswith(EX) and syntax != "jsonld":
            assert node.removeprefix(EX) in text.split("\n")[span.first - 1][span.column - 1 :]


def written(graph: Iterable[ox.Triple], syntax: str, *, by_rdflib: bool) -> bytes:
    quads = [ox.Quad(t.subject, t.predicate, t.object) for t in graph]
    if not by_rdflib or syntax == "nq":
        prefixes = {"ex": EX} if syntax in ("ttl", "trig", "rdf", "jsonld") else None
        return ox.serialize(quads, format=SYNTAXES[syntax], prefixes=prefixes) or b""
    held = rdflib.Graph()
    held.parse(io.BytesIO(ox.serialize(graph, format=ox.RdfFormat.N_TRIPLES) or b""), format="nt")
    held.bind("ex", EX)
    said = {"ttl": "turtle", "nt": "nt", "trig": "trig", "jsonld": "json-ld", "rdf": "pretty-xml"}[syntax]
    return held.serialize(format=said).encode()


@pytest.mark.parametrize("text", ["<<( <urn:a> <urn:b> <urn:c> )>> <urn:d> <urn:e> .", "ex:a ex:b", "\x00", ""])
def test_what_cannot_be_followed_has_no_position_and_no_error(text: str) -> None:
    assert isinstance(positions_of(text.encode(), ox.RdfFormat.TURTLE).nodes, dict)
