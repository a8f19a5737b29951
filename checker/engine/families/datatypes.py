"""sh:datatype: a value is a literal of a datatype, and written as the datatype has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.conditions import answer_by
from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder


def read(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    datatype = graph.one(node, SH + "datatype")
    if datatype is not None:
        if not isinstance(datatype, ox.NamedNode):
            raise ill_formed(node, f"has sh:datatype {short(datatype)}", "name a datatype by its IRI")
        yield Constraint("datatype", component("Datatype"), (datatype,))


def lower(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    terms = (to.term(constraint.terms[0]),)
    yield Check(constraint.component, "value", to.ask("datatype", lists_true=False, terms=terms))


FAMILY = Family("datatype", ("datatype",), read, lower, {"datatype": answer_by("t.datatype = q.a AND t.well_formed")})
