"""The default engine: the `shacl` package, compiled shapes reused from run to run (docs/decisions/0002)."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox
import shacl

from checker.engine.ntriples import as_ntriples
from checker.engine.results import Result, plain
from checker.errors import ToolError


@lru_cache(maxsize=8)
def _compiled(shapes: str) -> shacl.Shapes:
    return shacl.Shapes.from_text(shapes, format="ntriples")


def run(shapes: str, data: tuple[ox.Triple, ...]) -> tuple[Result, ...]:
    """Validates triples against shapes in N-Triples. Raises ToolError where the engine refuses."""
    try:
        report = _compiled(shapes).validate_text(as_ntriples(data), format="ntriples")
    except (ValueError, RuntimeError) as error:
        raise ToolError(f"the shapes engine failed: {error}", remedy="try --engine pyshacl") from error
    return tuple(
        Result(plain(r.focus_node), plain(r.source_shape), r.component_iri, r.severity_iri, plain(r.value))
        for r in report.results
    )
