"""Wherever a token was put down, there it is found: in every syntax, whatever stands around it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.descriptions.positions import positions_of
from tests.descriptions.positions import writing

WAYS: dict[str, tuple[Callable[[list[writing.Said], Random], writing.Sheet], ox.RdfFormat]] = {
    "ttl": (writing.in_turtle, ox.RdfFormat.TURTLE),
    "trig": (writing.in_turtle, ox.RdfFormat.TRIG),
    "nt": (writing.in_lines, ox.RdfFormat.N_TRIPLES),
    "jsonld": (writing.in_json, ox.RdfFormat.JSON_LD),
    "rdf": (writing.in_xml, ox.RdfFormat.RDF_XML),
}
names = st.sampled_from(["a", "b", "c", "é", "𝄞a"])
texts = st.sampled_from(
    ["x", "ex:a ex:p ex:b .", "𝄞 é", "line\nex:a ex:p ex:b .\n\tend", 'q"q', "# no", "ex:b", "<ex:p>"]
)
triples = st.one_of(
    st.builds(writing.Said, names, st.sampled_from(["p", "q"]), names, st.just(False)),
    st.builds(writing.Said, names, st.sampled_from(["p", "q"]), texts, st.just(True)),
)
graphs = st.lists(triples, min_size=1, max_size=10, unique_by=lambda said: said.key)


@pytest.mark.parametrize("syntax", WAYS)
@settings(deadline=None, max_examples=80)
@given(graph=graphs, seed=st.integers(0, 2**32))
def test_every_token_stands_where_it_was_put(syntax: str, graph: list[writing.Said], seed: int) -> None:
    write, form = WAYS[syntax]
    sheet = write(graph, Random(seed))  # noqa: S311
    found = positions_of(sheet.data, form)
    triples_ = {(s, p, o.replace("\r\n", "\n")): (span.first, span.column) for (s, p, o), span in found.triples.items()}
    assert triples_ == sheet.triples
    assert {node: (span.first, span.column) for node, span in found.nodes.items()} == sheet.nodes
