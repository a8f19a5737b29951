"""From the triples of a shapes graph to its syntax tree."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from checker.engine.families.registry import readers
from checker.engine.names import SH, TYPE, Term, short
from checker.engine.shacl.ast import Constraint, Shape, Shapes
from checker.engine.shacl.graph import Graph, ill_formed
from checker.engine.shacl.paths import read_path
from checker.engine.shacl.targets import Targets


def read_shapes(triples: Iterable[ox.Triple]) -> Shapes:
    """The shapes that have targets and all that they lean on.

    Raises InputError for a shape that is ill-formed or leans on itself: the standard leaves both undefined.
    """
    graph = Graph(triples)
    return _Reading(graph).all()


class _Reading:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._readers = readers(graph)
        self._targets = Targets(graph)
        self._done: dict[Term, Shape] = {}

    def all(self) -> Shapes:
        for node in self._graph.subjects():
            if self._targets.of(node, self.looks_like_a_shape):
                self._read_with_all_below(node)
        return Shapes(self._done)

    def looks_like_a_shape(self, node: Term) -> bool:
        said = self._graph.said(node)
        kinds = {k.value for k in said.get(TYPE, ())}
        return bool(kinds & {SH + "NodeShape", SH + "PropertyShape"}) or not self._readers.keys().isdisjoint(said)

    def _read_with_all_below(self, root: Term) -> None:
        """Reads depth first without recursion; ``open_`` holds the way down, to see a circle."""
        open_: dict[Term, None] = {}
        todo: list[tuple[Term, bool]] = [(root, False)]
        read: dict[Term, Shape] = {}
        while todo:
            node, leaving = todo.pop()
            if leaving:
                del open_[node]
                self._done[node] = read[node]
                continue
            if node in self._done:
                continue
            if node in open_:
                raise ill_formed(node, "leans on itself", "shapes that refer back to themselves are not supported")
            open_[node] = None
            shape = read[node] = self._shape(node)
            todo.append((node, True))
            todo += [(n, False) for c in shape.constraints for n in c.shapes]

    def _shape(self, node: Term) -> Shape:
        graph, said = self._graph, self._graph.said(node)
        if isinstance(node, ox.Literal):
            raise ill_formed(node, "is a literal", "name a shape")
        path_term = graph.one(node, SH + "path")
        if path_term is None and ox.NamedNode(SH + "PropertyShape") in said.get(TYPE, ()):
            raise ill_formed(node, "is a property shape without sh:path", "say which values it is about")
        path = None if path_term is None else read_path(graph, path_term, node)
        severity = graph.one(node, SH + "severity")
        if severity is not None and not isinstance(severity, ox.NamedNode):
            raise ill_formed(node, f"has sh:severity {short(severity)}", "name one by its IRI")
        off = graph.is_true(node, "deactivated")
        families = dict.fromkeys(f for predicate in said for f in self._readers.get(predicate, ()))
        constraints: tuple[Constraint, ...] = tuple(
            c for family in families for c in family(graph, node, path is not None)
        )
        return Shape(
            node,
            path,
            () if off else constraints,
            self._targets.of(node, self.looks_like_a_shape),
            severity.value if severity is not None else SH + "Violation",
            tuple(graph.all(node, SH + "message")),
            off,
        )
