"""The engine for many descriptions: shapes as sets of questions over tables (docs/decisions/0020)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import pyoxigraph as ox

from checker.engine.full import FullResult, full_results
from checker.engine.program.build import build
from checker.engine.program.model import Program
from checker.engine.results import Result
from checker.engine.running.run import run as run_program
from checker.engine.shacl.read import read_shapes


def compiled(shapes: Iterable[ox.Triple]) -> Program:
    """The program of a shapes graph. Raises InputError where a shape is ill-formed."""
    triples = tuple(shapes)
    program = build(read_shapes(triples))
    program.triples = triples
    return program


@lru_cache(maxsize=4)
def _compiled(shapes: tuple[ox.Triple, ...]) -> Program:
    return compiled(shapes)


def run(shapes: tuple[ox.Triple, ...], data: Iterable[ox.Triple]) -> tuple[Result, ...]:
    """Validates triples against triples."""
    return tuple(result.short for result in validate_fully(shapes, data))


def validate_fully(shapes: Iterable[ox.Triple], data: Iterable[ox.Triple]) -> tuple[FullResult, ...]:
    """Every result with all that SHACL says of it, in the order of shapes and data."""
    return tuple(full_results(run_program(_compiled(tuple(shapes)), [data])))
