"""Compiled shapes, kept between runs: reading and compiling the whole catalogue takes over a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any, cast

import pyoxigraph as ox

from checker.engine.names import Term
from checker.engine.ntriples import as_ntriples
from checker.engine.program.model import Occurrence, Program, Question, Reported
from checker.engine.shacl.ast import Path, Target
from checker.kept import Kept

_ROOM = File(__file__).parents[1]
_ASKING_STORE = ("select", "ask")


@dataclass(frozen=True, slots=True)
class _Focus:
    """Targets by kind, term and query; or the set that a path leads from, and the path."""

    targets: tuple[tuple[str, int, str], ...] = ()
    onward: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Plain:
    """A program whose terms stand apart, as N-Triples, and are called by their place; so are paths, from 1 on."""

    terms: tuple[str, ...]
    own_terms: int
    """So many of them are the program's; the others are only spoken of in results."""
    paths: tuple[Any, ...]
    own_paths: int
    questions: list[Question]
    reported: list[tuple[int, int, str, str, int, tuple[int, ...]]]
    occurrences: list[Occurrence]
    foci: list[_Focus]
    triples: str


def kept_program(digest: str, make: Callable[[], Program]) -> Program:
    """The program of the shapes with this checksum, made where it is not kept."""
    made: list[Program] = []

    def plain() -> _Plain:
        made.append(make())
        return _plain(made[0])

    found = Kept("programs", digest, _ROOM).take("program", _Plain, plain)
    if not made:
        with suppress(LookupError, ValueError, SyntaxError):
            return _program(found)
    return made[0] if made else make()


def _plain(program: Program) -> _Plain:
    terms, paths = dict(program.terms), dict(program.paths)

    def number(term: Term | None) -> int:
        return -1 if term is None else terms.setdefault(term, len(terms))

    reported = [
        (
            number(r.shape),
            0 if r.path is None else paths.setdefault(r.path, len(paths) + 1),
            r.component,
            r.severity,
            number(r.source),
            tuple(map(number, r.messages)),
        )
        for r in program.reported
    ]
    foci = [
        _Focus(tuple(sorted((t.kind, number(t.term), t.query) for t in of)))
        if isinstance(of, frozenset)
        else _Focus(onward=of)
        for of in program.foci
    ]
    asks_store = any(q.kind in _ASKING_STORE for q in program.questions) or any(
        query for focus in foci for _, _, query in focus.targets
    )
    return _Plain(
        tuple(map(str, terms)),
        len(program.terms),
        tuple(paths),
        len(program.paths),
        program.questions,
        reported,
        program.occurrences,
        foci,
        as_ntriples(program.triples) if asks_store else "",
    )


def _program(plain: _Plain) -> Program:
    terms = _terms(plain.terms)
    paths = [_path(steps) for steps in plain.paths]
    return Program(
        {term: place for place, term in enumerate(terms[: plain.own_terms])},
        {path: place for place, path in enumerate(paths[: plain.own_paths], 1)},
        plain.questions,
        [
            Reported(
                terms[shape],
                paths[path - 1] if path else None,
                component,
                severity,
                terms[source] if source >= 0 else None,
                tuple(terms[m] for m in messages),
            )
            for shape, path, component, severity, source, messages in plain.reported
        ],
        plain.occurrences,
        [
            of.onward if of.onward is not None else frozenset(Target(k, terms[n], q) for k, n, q in of.targets)
            for of in plain.foci
        ],
        tuple(q.triple for q in ox.parse(plain.triples, format=ox.RdfFormat.N_TRIPLES)),
    )


def _terms(written: Iterable[str]) -> list[Term]:
    text = "".join(f"_:s <urn:p> {term} .\n" for term in written)
    return [cast("Term", quad.object) for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)]


def _path(steps: list[Any] | tuple[Any, ...]) -> Path:
    return tuple(_path(step) if isinstance(step, list | tuple) else step for step in steps)
