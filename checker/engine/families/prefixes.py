"""The prefixes that a query may use, as the shapes graph declares them."""

from __future__ import annotations

from checker.engine.names import OWL, SH, Term
from checker.engine.shacl.graph import Graph


def with_prefixes(graph: Graph, owner: Term, query: str) -> str:
    """The query with PREFIX lines for all that ``owner`` reaches by sh:prefixes and owl:imports."""
    todo, seen, lines = list(graph.all(owner, SH + "prefixes")), set(), []
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        todo += graph.all(node, OWL + "imports")
        for declared in graph.all(node, SH + "declare"):
            prefix, namespace = graph.one(declared, SH + "prefix"), graph.one(declared, SH + "namespace")
            if prefix is not None and namespace is not None:
                lines.append(f"PREFIX {prefix.value}: <{namespace.value}>\n")
    return "".join(sorted(set(lines))) + query
