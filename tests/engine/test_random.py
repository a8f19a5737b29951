"""On random shapes and data the engine says what `shacl` and pySHACL say.

GUIDECHECK_EXAMPLES=5000 runs more of them than a usual run does.
"""

from __future__ import annotations

import os

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings

from checker.engine import validate
from tests.engine.random_shapes import graphs, shapes_graphs

EXAMPLES = int(os.environ.get("GUIDECHECK_EXAMPLES", "200"))
SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}


@given(shapes_graphs(), graphs)
@settings(max_examples=EXAMPLES, **SETTINGS)
def test_same_results_as_compiled(shapes: tuple[ox.Triple, ...], data: tuple[ox.Triple, ...]) -> None:
    assert validate(shapes, data, "sets") == validate(shapes, data, "compiled")


@given(shapes_graphs(), graphs)
@settings(max_examples=max(EXAMPLES // 4, 1), **SETTINGS)
def test_same_results_as_the_reference(shapes: tuple[ox.Triple, ...], data: tuple[ox.Triple, ...]) -> None:
    assert validate(shapes, data, "sets") == validate(shapes, data, "pyshacl")
