"""SHACL property paths from their RDF, and back to SPARQL and to RDF."""

from __future__ import annotations

from typing import cast

import pyoxigraph as ox

from checker.engine.names import RDF, SH, Term, short
from checker.engine.shacl.ast import Path
from checker.engine.shacl.graph import Graph, ill_formed

Node = ox.NamedNode | ox.BlankNode

_ONE = {"inversePath": "inverse", "zeroOrMorePath": "zeroOrMore", "oneOrMorePath": "oneOrMore"}
_ONE["zeroOrOnePath"] = "zeroOrOne"
_SIGN = {"zeroOrMore": "*", "oneOrMore": "+", "zeroOrOne": "?"}


def read_path(graph: Graph, node: Term, shape: Term, above: frozenset[Term] = frozenset()) -> Path:
    """The path that a node stands for; a list comes before other forms. Raises InputError for what is no path."""
    if isinstance(node, ox.NamedNode) and not graph.all(node, RDF + "first"):
        return ("predicate", node.value)
    if node in above:
        raise ill_formed(shape, "has a path that goes in a circle", "end it")
    above |= {node}
    said = graph.said(node)
    if RDF + "first" in said:
        return _many("sequence", graph, node, shape, above)
    if SH + "alternativePath" in said:
        return _many("alternative", graph, said[SH + "alternativePath"][0], shape, above)
    for name, kind in _ONE.items():
        if SH + name in said:
            return (kind, read_path(graph, said[SH + name][0], shape, above))
    raise ill_formed(shape, f"has sh:path {short(node)}, which is no path", "name a property or build a path")


def _many(kind: str, graph: Graph, head: Term, shape: Term, above: frozenset[Term]) -> Path:
    members = graph.list_of(head, shape)
    if len(members) < 2:
        raise ill_formed(shape, f"has a {kind} of {len(members)} in its path", "give it two members or more")
    return (kind, *(read_path(graph, m, shape, above) for m in members))


def as_sparql(path: Path) -> str:
    """The path in the syntax of SPARQL, for $PATH."""
    kind, *parts = path
    if kind == "predicate":
        return f"<{parts[0]}>"
    inner = [as_sparql(cast("Path", part)) for part in parts]
    if kind == "inverse":
        return f"^({inner[0]})"
    if kind in ("sequence", "alternative"):
        return "(" + ("/" if kind == "sequence" else "|").join(inner) + ")"
    return f"({inner[0]}){_SIGN[str(kind)]}"


def as_triples(path: Path, label: str) -> tuple[ox.NamedNode | ox.BlankNode, list[ox.Triple]]:
    """The node that stands for the path in a report, and the triples that build it on blank nodes so labelled."""
    kind, *parts = path
    if kind == "predicate":
        return ox.NamedNode(str(parts[0])), []
    heads: list[Node] = []
    triples: list[ox.Triple] = []
    for place, part in enumerate(parts):
        head, more = as_triples(cast("Path", part), f"{label}x{place}")
        heads.append(head)
        triples += more
    if kind in ("sequence", "alternative"):
        listed, more = _rdf_list(heads, label)
        triples += more
        if kind == "sequence":
            return listed, triples
        heads = [listed]
    node = ox.BlankNode(label)
    triples.append(ox.Triple(node, ox.NamedNode(f"{SH}{kind}Path"), heads[0]))
    return node, triples


def _rdf_list(members: list[Node], label: str) -> tuple[Node, list[ox.Triple]]:
    head: Node = ox.NamedNode(RDF + "nil")
    triples = []
    for place, member in reversed(list(enumerate(members))):
        cell = ox.BlankNode(f"{label}l{place}")
        triples.append(ox.Triple(cell, ox.NamedNode(RDF + "first"), member))
        triples.append(ox.Triple(cell, ox.NamedNode(RDF + "rest"), head))
        head = cell
    return head, triples
