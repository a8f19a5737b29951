"""The one way in. ``auto`` is whichever engine fits the input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import cast

import pyoxigraph as ox

from checker.engine.choice import fitting
from checker.engine.ntriples import as_ntriples
from checker.engine.results import Result
from checker.errors import CallError

ENGINES = {
    "auto": "",
    "compiled": "checker.engine.compiled",
    "pyshacl": "checker.engine.reference",
    "sets": "checker.engine.sets",
}
DEFAULT_ENGINE = "auto"

Run = Callable[[str, tuple[ox.Triple, ...]], tuple[Result, ...]]


def validate(
    shapes: Iterable[ox.Triple] | str, data: Iterable[ox.Triple], engine: str = DEFAULT_ENGINE
) -> tuple[Result, ...]:
    """Every result of the shapes, triples or N-Triples, on the data, sorted; the same from each engine.

    Raises CallError where the engine is unknown and ToolError where it fails.
    """
    if engine not in ENGINES:
        raise CallError(f"unknown engine '{engine}'", remedy=f"use one of {', '.join(ENGINES)}")
    text, triples = shapes if isinstance(shapes, str) else as_ntriples(shapes), tuple(data)
    chosen = fitting(len(text), len(triples)) if engine == "auto" else engine
    return tuple(sorted(cast("Run", import_module(ENGINES[chosen]).run)(text, triples)))
