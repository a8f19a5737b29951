"""The reference engine: pySHACL on rdflib graphs, with nothing fetched and no inference."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.ntriples import as_ntriples
from checker.engine.results import Result, plain
from checker.errors import ToolError

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


@lru_cache(maxsize=4)
def _graph(text: str) -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=text, format="nt")


def run(shapes: str, data: tuple[ox.Triple, ...]) -> tuple[Result, ...]:
    """Validates triples against shapes in N-Triples. Raises ToolError where pySHACL refuses."""
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    outcome = pyshacl.validate(
        rdflib.Graph().parse(data=as_ntriples(data), format="nt"),
        shacl_graph=_graph(shapes),
        inference="none",
        advanced=False,
        meta_shacl=False,
        do_owl_imports=False,
    )
    report = outcome[1]
    if not isinstance(report, rdflib.Graph):
        raise ToolError(f"pySHACL failed: {outcome[2]}")

    def term(result: Node, predicate: Node) -> str:
        found = report.value(result, predicate)
        return "" if found is None else plain(found.n3())

    return tuple(
        Result(
            term(r, SH.focusNode),
            term(r, SH.sourceShape),
            term(r, SH.sourceConstraintComponent),
            term(r, SH.resultSeverity),
            term(r, SH.value),
        )
        for r in report.objects(None, SH.result)
    )
