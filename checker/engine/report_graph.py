"""Results as the standard's validation report, in RDF."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from checker.engine.full import FullResult
from checker.engine.names import SH, TYPE
from checker.engine.shacl.paths import as_triples

Node = ox.NamedNode | ox.BlankNode


def report_graph(results: Iterable[FullResult]) -> tuple[ox.Triple, ...]:
    """A sh:ValidationReport; labels of blank nodes are numbered, so that equal results give equal triples."""
    report = ox.BlankNode("report")
    triples: list[ox.Triple] = []
    conforms = True
    for number, result in enumerate(results, 1):
        conforms = False
        node = ox.BlankNode(f"result{number}")
        triples.append(ox.Triple(report, _sh("result"), node))
        triples += _of_result(node, result)
    head = [
        ox.Triple(report, ox.NamedNode(TYPE), _sh("ValidationReport")),
        ox.Triple(report, _sh("conforms"), ox.Literal(conforms)),
    ]
    return (*head, *triples)


def _of_result(node: ox.BlankNode, result: FullResult) -> list[ox.Triple]:
    triples = [
        ox.Triple(node, ox.NamedNode(TYPE), _sh("ValidationResult")),
        ox.Triple(node, _sh("focusNode"), result.focus),
        ox.Triple(node, _sh("resultSeverity"), ox.NamedNode(result.severity)),
        ox.Triple(node, _sh("sourceConstraintComponent"), ox.NamedNode(result.component)),
        ox.Triple(node, _sh("sourceShape"), result.shape),
    ]
    if result.value is not None:
        triples.append(ox.Triple(node, _sh("value"), result.value))
    if result.source is not None:
        triples.append(ox.Triple(node, _sh("sourceConstraint"), result.source))
    if result.path is not None:
        head, more = as_triples(result.path, f"{node.value}path")
        triples += [ox.Triple(node, _sh("resultPath"), head), *more]
    triples += [ox.Triple(node, _sh("resultMessage"), message) for message in result.messages]
    return triples


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)
