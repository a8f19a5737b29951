"""Which shapes need SPARQL: what SHACL Core can say is said in Core, so that every engine reads it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.knowledge.index import Index, key
from checker.knowledge.model import Requirement
from checker.knowledge.names import RDFS, SH, local
from checker.knowledge.shapes import shapes_graph

_SPARQL = frozenset(SH + name for name in ("sparql", "select", "ask", "construct", "js", "rule", "target"))


@dataclass(frozen=True, slots=True)
class NeedsSparql:
    """A shape that goes beyond Core, and why: its rdfs:comment."""

    requirement: str
    shape: str
    reason: str


def shapes_with_sparql(index: Index, requirements: tuple[Requirement, ...]) -> tuple[NeedsSparql, ...]:
    """Every use of something beyond SHACL Core in the shapes of requirements, by id."""
    found = {
        NeedsSparql(requirement.id, local(key(t.subject)), index.literal(key(t.subject), RDFS + "comment"))
        for requirement in requirements
        for t in shapes_graph(index, [requirement])
        if t.predicate.value in _SPARQL
    }
    return tuple(sorted(found, key=lambda n: (n.requirement, n.shape)))
