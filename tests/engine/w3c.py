"""The test cases of the W3C SHACL suite: their graphs, and the report that each expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
COMPARED = ("focusNode", "resultPath", "resultSeverity", "sourceConstraintComponent", "sourceShape", "value")
FAILURE = ox.NamedNode(SHT + "Failure")


@dataclass(frozen=True)
class Case:
    name: str
    data: tuple[ox.Triple, ...]
    shapes: tuple[ox.Triple, ...]
    expected: tuple[ox.Triple, ...] | None
    """None where the suite wants a failure."""


def cases(folder: Path) -> Iterator[Case]:
    for file in sorted(folder.rglob("*.ttl")):
        graph = triples(file)
        for test in (t.subject for t in graph if t.object == ox.NamedNode(SHT + "Validate")):
            action, result = only(graph, test, MF + "action"), only(graph, test, MF + "result")
            data, shapes = only(graph, action, SHT + "dataGraph"), only(graph, action, SHT + "shapesGraph")
            expected = None if result == FAILURE else tuple(below(graph, result))
            name = f"{file.parent.relative_to(folder.parent)}/{test.value.rsplit('/', 1)[-1]}"
            yield Case(name, named(data), named(shapes), expected)


def triples(file: Path) -> tuple[ox.Triple, ...]:
    quads = ox.parse(path=file, format=ox.RdfFormat.TURTLE, base_iri=file.resolve().as_uri())
    return tuple(ox.Triple(q.subject, q.predicate, q.object) for q in quads)


def named(iri: Any) -> tuple[ox.Triple, ...]:
    return triples(Path(iri.value.removeprefix("file://")))


def only(graph: tuple[ox.Triple, ...], subject: Any, predicate: str) -> Any:
    (found,) = (t.object for t in graph if t.subject == subject and t.predicate.value == predicate)
    return found


def below(graph: tuple[ox.Triple, ...], node: Any) -> Iterator[ox.Triple]:
    """The report and its results with their paths, and nothing that merely hangs on a shape."""
    for t in graph:
        if t.subject != node:
            continue
        local = t.predicate.value.removeprefix(SH)
        if local in (*COMPARED, "conforms", "result", "resultMessage", "sourceConstraint"):
            yield t
            if local == "result":
                yield from below(graph, t.object)
            if local == "resultPath":
                yield from whole(graph, t.object)


def whole(graph: tuple[ox.Triple, ...], node: Any) -> Iterator[ox.Triple]:
    if isinstance(node, ox.BlankNode):
        for t in graph:
            if t.subject == node:
                yield t
                yield from whole(graph, t.object)


def same_report(ours: tuple[ox.Triple, ...], expected: tuple[ox.Triple, ...]) -> bool:
    """Isomorphic, once messages and source constraints that the suite does not give are left out."""
    given = {t.predicate.value for t in expected}
    kept = {SH + n for n in (*COMPARED, "conforms", "result")} | (
        given & {SH + "sourceConstraint", SH + "resultMessage"}
    )
    free = {SH + "resultMessage", SH + "sourceConstraint", RDF + "type"}
    left = [t for t in ours if t.predicate.value in kept or t.predicate.value not in free]
    return canonical(left) == canonical(list(expected))


def canonical(graph: list[ox.Triple]) -> set[Any]:
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in graph)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)
