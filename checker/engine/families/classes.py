"""sh:class: a value belongs to a class or to one below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    for cls in graph.all(node, SH + "class"):
        if isinstance(cls, ox.Literal):
            raise ill_formed(node, f"has sh:class {short(cls)}", "name a class by its IRI")
        yield Constraint("class", component("Class"), (cls,))


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    terms = (to.term(constraint.terms[0]),)
    yield Check(constraint.component, "value", to.ask("class", lists_true=True, terms=terms))


def answer(tables: Tables, kind: str) -> None:
    tables.run(f"INSERT INTO members SELECT q.question, i.node FROM asked_{kind} q JOIN instances i ON i.class = q.a")


FAMILY = Family("class", ("class",), read, lower, {"class": answer})
