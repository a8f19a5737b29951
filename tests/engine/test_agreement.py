"""All engines give the same results on every worked case with the whole catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.descriptions.closure import closed
from checker.descriptions.rdf import read_rdf
from checker.engine import validate
from checker.knowledge import load
from checker.knowledge.shapes import shapes_graph

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.ttl"))


@pytest.mark.parametrize("file", CASES, ids=lambda f: f.stem)
def test_sets_and_compiled_agree_on_a_worked_case(file: Path) -> None:
    shapes = shapes_graph(load().index, load().requirements.values())
    data = closed(read_rdf(file, load()).triples, load())
    assert validate(shapes, data, "sets") == validate(shapes, data, "compiled")
