"""What a shape is about: its targets, the implicit one of a class, and those written in SPARQL."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from checker.engine.families.prebinding import refuse_service
from checker.engine.families.prefixes import with_prefixes
from checker.engine.names import RDFS, SH, SUBCLASS, TYPE, Term, short
from checker.engine.shacl.ast import Target
from checker.engine.shacl.graph import Graph, ill_formed

_KINDS = {
    "targetNode": "node",
    "targetClass": "class",
    "targetSubjectsOf": "subjectsOf",
    "targetObjectsOf": "objectsOf",
}


class Targets:
    """Finds the targets of any node of a shapes graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._classes = _below(graph, RDFS + "Class")

    def of(self, node: Term, looks_like_a_shape: Callable[[Term], bool]) -> tuple[Target, ...]:
        said = self._graph.said(node)
        found = []
        for name, kind in _KINDS.items():
            for term in said.get(SH + name, ()):
                if kind != "node" and not isinstance(term, ox.NamedNode):
                    raise ill_formed(node, f"has sh:{name} {short(term)}", "name it by its IRI")
                if isinstance(term, ox.BlankNode):
                    raise ill_formed(node, f"has sh:{name} {short(term)}", "name it by its IRI")
                found.append(Target(kind, term))
        for term in said.get(SH + "target", ()):
            found.append(self._written(node, term))
        if (
            isinstance(node, ox.NamedNode)
            and any(isinstance(k, ox.NamedNode) and k.value in self._classes for k in said.get(TYPE, ()))
            and looks_like_a_shape(node)
        ):
            found.append(Target("class", node))
        return tuple(found)

    def _written(self, shape: Term, target: Term) -> Target:
        """A target in SPARQL: its own query, or that of its type with the parameters filled in."""
        graph = self._graph
        for owner in (target, *graph.all(target, TYPE)):
            query = graph.one(owner, SH + "select")
            if query is None:
                continue
            text = with_prefixes(graph, owner, query.value)
            for parameter in graph.all(owner, SH + "parameter") if owner != target else ():
                path = graph.one(parameter, SH + "path")
                value = graph.one(target, path.value) if path is not None else None
                if path is not None and value is not None:
                    name = short(path)
                    text = text.replace(f"${name}", str(value)).replace(f"?{name}", str(value))
            refuse_service(shape, text)
            return Target("query", target, text)
        raise ill_formed(shape, "has a sh:target without sh:select", "write the query that finds its nodes")


def _below(graph: Graph, top: str) -> frozenset[str]:
    """A class with all that the shapes graph puts below it."""
    below: dict[str, set[str]] = {}
    for node in graph.subjects():
        for above in graph.all(node, SUBCLASS):
            below.setdefault(above.value, set()).add(node.value)
    found, todo = {top}, [top]
    while todo:
        new = below.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return frozenset(found)
