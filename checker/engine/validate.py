"""The one way in: which engine runs is decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import cast

import pyoxigraph as ox

from checker.engine.results import Result
from checker.errors import CallError

ENGINES = {
    "compiled": "checker.engine.compiled",
    "pyshacl": "checker.engine.reference",
    "sets": "checker.engine.sets",
}
DEFAULT_ENGINE = "compiled"

Triples = tuple[ox.Triple, ...]


def validate(
    shapes: Iterable[ox.Triple], data: Iterable[ox.Triple], engine: str = DEFAULT_ENGINE
) -> tuple[Result, ...]:
    """Every result of the shapes on the data, sorted; the same from each engine.

    Raises CallError where the engine is unknown and ToolError where it fails.
    """
    if engine not in ENGINES:
        raise CallError(f"unknown engine '{engine}'", remedy=f"use one of {', '.join(ENGINES)}")
    run = cast("Callable[[Triples, Triples], tuple[Result, ...]]", import_module(ENGINES[engine]).run)
    return tuple(sorted(run(tuple(shapes), tuple(data))))
