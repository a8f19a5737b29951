"""Which engine runs is decided by the size of shapes and data."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.engine import validate
from checker.engine.choice import fitting
from tests.engine.test_shapes import turtle

CATALOGUE = 5_500_000


@pytest.mark.parametrize(
    ("shapes", "data", "engine"),
    [
        (CATALOGUE, 1_200, "compiled"),
        (CATALOGUE, 2_800, "sets"),
        (240_000, 2_800, "compiled"),
        (240_000, 7_500, "sets"),
        (1_000, 14_000, "sets"),
        (0, 0, "compiled"),
    ],
)
def test_engine_follows_from_size(shapes: int, data: int, engine: str) -> None:
    assert fitting(shapes, data) == engine


def test_large_graph_is_validated_as_a_small_one_is() -> None:
    shapes = turtle(
        "ex:s sh:targetClass ex:Draft ; sh:property [ sh:path [ sh:zeroOrMorePath ex:next ] ; sh:class ex:Step ] ."
    )
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    after = ox.NamedNode("http://example.org/next")

    def node(number: int) -> ox.NamedNode:
        return ox.NamedNode(f"http://example.org/{number}")

    def chain(length: int) -> list[ox.Triple]:
        return [
            ox.Triple(node(0), kind, ox.NamedNode("http://example.org/Draft")),
            *(ox.Triple(node(n), kind, ox.NamedNode("http://example.org/Step")) for n in range(length)),
            *(ox.Triple(node(n), after, node(n + 1)) for n in range(length)),
        ]

    for length in (10, 4_000):
        (result,) = validate(shapes, chain(length))
        assert (result.focus, result.value) == ("http://example.org/0", f"http://example.org/{length}")


def test_kept_program_serves_large_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path))
    shapes = turtle("ex:t sh:targetClass ex:Draft ; sh:property [ sh:path ex:name ; sh:minCount 1 ] .")
    data = turtle("ex:a a ex:Draft .")
    assert validate(shapes, data, "sets") == validate(shapes, data, "compiled")
    assert list(tmp_path.rglob("program.msgpack"))
