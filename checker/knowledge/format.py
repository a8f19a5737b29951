"""Writes the Turtle of ontology/ and shapes/ in one way, sorted, so that changes read well.

usage: python -m checker.knowledge.format [--check]

--check writes nothing and ends with 1 where a file would change. Comments with ``#`` are lost; use rdfs:comment.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.places import knowledge_files

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def formatted(text: str) -> str:
    """The same triples as Turtle, in the one order: subjects, predicates and objects sorted, blank nodes by content."""
    from rdflib import BNode, Graph

    read = Graph().parse(data=text, format="turtle")
    names: dict[Node, Node] = {}
    taken: dict[str, int] = {}
    for node in {n for t in read for n in (t[0], t[2]) if isinstance(n, BNode)}:
        digest = _digest(read, node, {})
        taken[digest] = taken.get(digest, 0) + 1
        names[node] = BNode(f"b{digest}{taken[digest]}")
    named = Graph(namespace_manager=read.namespace_manager)
    for s, p, o in read:
        named.add((names.get(s, s), p, names.get(o, o)))
    return named.serialize(format="turtle")


def _digest(graph: Graph, node: Node, above: dict[Node, None]) -> str:
    """What hangs below a blank node, as a hash that does not know the node's label."""
    from rdflib import BNode

    if node in above:
        return "loop"
    parts = sorted(
        f"{p.n3()} {_digest(graph, o, {**above, node: None}) if isinstance(o, BNode) else o.n3()}"
        for p, o in graph.predicate_objects(node)
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def main(arguments: list[str]) -> int:
    changed: list[Path] = []
    for file in knowledge_files():
        before = file.read_text("utf-8")
        after = formatted(before)
        if after != before:
            changed.append(file)
            if "--check" not in arguments:
                file.write_text(after, "utf-8")
    for file in changed:
        print(f"{file.name}: {'would change' if '--check' in arguments else 'written'}")  # noqa: T201
    return 1 if changed and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
