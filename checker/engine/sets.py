"""The engine for many descriptions: shapes as sets of questions over tables (docs/decisions/0020)."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from checker.engine.full import FullResult, full_results
from checker.engine.program.build import build
from checker.engine.program.kept import kept_program
from checker.engine.program.model import Program
from checker.engine.results import Result
from checker.engine.running.memory import in_parts
from checker.engine.running.run import run as run_program
from checker.engine.shacl.read import read_shapes
from checker.engine.table_of_results import TableOfResults
from checker.engine.tables.plain import Encoded, read_plainly
from checker.errors import InputError, unreadable

Shapes = Iterable[ox.Triple] | Program


def compiled(shapes: Iterable[ox.Triple]) -> Program:
    """The program of a shapes graph. Raises InputError where a shape is ill-formed."""
    triples = tuple(shapes)
    collecting = gc.isenabled()
    gc.disable()  # nothing made here is let go before the end, and looking for it takes a third of the time
    try:
        program = build(read_shapes(triples))
    finally:
        if collecting:
            gc.enable()
    program.triples = triples
    return program


def compiled_once(digest: str, shapes: Callable[[], Iterable[ox.Triple]]) -> Program:
    """The program of the shapes with this checksum, kept in the cache folder; ``shapes`` is called where it is not."""
    return kept_program(digest, lambda: compiled(shapes()))


def compiled_file(file: Path) -> Program:
    """The program of a file of shapes, kept in the cache folder under the checksum of its bytes."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise unreadable(file, error) from error
    return compiled_once(sha256(data).hexdigest(), lambda: (quad.triple for quad in _parsed(file)))


@lru_cache(maxsize=4)
def _compiled(shapes: tuple[ox.Triple, ...]) -> Program:
    return compiled(shapes)


def _program(shapes: Shapes) -> Program:
    return shapes if isinstance(shapes, Program) else _compiled(tuple(shapes))


@lru_cache(maxsize=4)
def compiled_text(shapes: str) -> Program:
    """The program of shapes in N-Triples, kept in the cache folder."""
    return compiled_once(
        sha256(shapes.encode()).hexdigest(),
        lambda: (quad.triple for quad in ox.parse(shapes, format=ox.RdfFormat.N_TRIPLES)),
    )


def run(shapes: str, data: Iterable[ox.Triple]) -> tuple[Result, ...]:
    """Validates triples against shapes in N-Triples."""
    return tuple(result.short for result in validate_fully(compiled_text(shapes), data))


def validate_fully(shapes: Shapes, data: Iterable[ox.Triple]) -> tuple[FullResult, ...]:
    """Every result with all that SHACL says of it, in the order of shapes and data."""
    return tuple(full_results(run_program(_program(shapes), [data])))


def validate_files(
    shapes: Shapes,
    files: Iterable[Path],
    *,
    beside: Iterable[ox.Triple] = (),
    memory: str | None = None,
) -> TableOfResults:
    """Validates files, each as a graph of its own, in one run. ``beside`` is what belongs to each, such as the class
    hierarchy; ``memory`` bounds the tables, as in '1GB': beyond it they go to disk. Queries in SPARQL alone see all
    files as one graph.

    Raises InputError where a file cannot be read, and CallError where ``memory`` is no size.
    """
    return TableOfResults(run_program(_program(shapes), map(_read, files), beside, memory))


def validate_graphs(
    program: Program,
    graphs: Iterable[Iterable[ox.Triple]],
    *,
    beside: Iterable[ox.Triple] = (),
    memory: str | None = None,
) -> TableOfResults:
    """As ``validate_files``, with graphs at hand and shapes that are ``compiled``."""
    return TableOfResults(run_program(program, graphs, beside, memory))


@dataclass(frozen=True, slots=True)
class Part:
    """Files that were validated together, and their results; ``results`` number them from 1 on."""

    files: tuple[Path, ...]
    results: TableOfResults


def validate_in_parts(
    shapes: Shapes,
    files: Iterable[Path],
    *,
    beside: Iterable[ox.Triple] = (),
    memory: str = "1GB",
) -> Iterator[Part]:
    """As ``validate_files``, so many files at a time that the whole process stays within ``memory``; the results of a
    part are let go when the next one is asked for. A file is never split: one that is too large goes to disk.
    """
    program, common = _program(shapes), tuple(beside)
    for part, tables in in_parts(tuple(files), memory):
        yield Part(part, validate_files(program, part, beside=common, memory=tables))


def _read(file: Path) -> Encoded | Iterator[ox.Quad]:
    return read_plainly(file) or _parsed(file)


def _parsed(file: Path) -> Iterator[ox.Quad]:
    """Streams; blank nodes of different files stay apart."""
    syntax = ox.RdfFormat.from_extension(file.suffix.lstrip("."))
    if syntax is None:
        raise InputError("has an unknown ending", where=file.name, remedy="name it .ttl, .nt, .trig, .rdf or .jsonld")
    try:
        yield from ox.parse(path=str(file), format=syntax, rename_blank_nodes=True)
    except SyntaxError as error:
        raise InputError(f"is not {syntax.name}: {error}", where=file.name, remedy="mend it") from error
    except OSError as error:
        raise unreadable(file, error) from error
