"""The statements of a description, worded for people: what stands behind a claim in RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from checker.descriptions.matching import Matcher
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim
from checker.knowledge.names import GC, OA, RDFS, SKOS, TYPE, local

_LABELS = (RDFS + "label", SKOS + "prefLabel", GC + "hasName")
_SKIPPED = frozenset((GC + "hasEvidence", GC + "confidence", *_LABELS))
_DEEPEST = 3


class Wording:
    """Says statements of one graph in one language."""

    def __init__(self, triples: Iterable[ox.Triple], knowledge: Knowledge, language: str) -> None:
        self._by: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
        for t in triples:
            if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode | ox.Literal):
                self._by[t.subject.value][t.predicate.value].append(t.object)
        self._matcher = Matcher(self._by, knowledge.below)
        self._knowledge = knowledge
        self._language = language
        self._lines: dict[str, str] = {}

    def supporting(self, drafts: Iterable[str], claim: Claim) -> tuple[str, ...]:
        """The statements of these drafts that are what a claim wants, each as one line."""
        return tuple(dict.fromkeys(self._line(s) for s in self.statements_for(drafts, claim)))

    def _line(self, statement: str) -> str:
        if statement not in self._lines:
            self._lines[statement] = self.quote(statement) or self.say(statement)
        return self._lines[statement]

    def statements_for(self, drafts: Iterable[str], claim: Claim) -> tuple[str, ...]:
        """The IRIs of the statements of these drafts that are what a claim wants."""
        if claim.wants is None:
            return ()
        stated = (s for d in drafts if d in self._by for s in self._by[d][GC + "states"])
        return tuple(
            s.value for s in stated if isinstance(s, ox.NamedNode) and self._matcher.fits(s.value, claim.wants)
        )

    def quote(self, statement: str) -> str:
        """The passage that the statement carries, where it has one."""
        for note in self._nodes(statement, GC + "hasEvidence"):
            for target in (note, *self._nodes(note, OA + "hasTarget")):
                for selector in (target, *self._nodes(target, OA + "hasSelector")):
                    for exact in self._by[selector][OA + "exact"]:
                        return exact.value
        return ""

    def say(self, node: str, depth: int = 0) -> str:
        """A node in words: its class, its name and what it is linked to."""
        name = self.name(node)
        classes = ", ".join(filter(None, (self.term(t) for t in self._types(node))))
        head = f"{classes} ({name})" if classes and name else classes or name or self.term(node) or local(node)
        if depth >= _DEEPEST:
            return head
        parts = []
        for predicate, objects in sorted(self._by.get(node, {}).items()):
            if predicate.startswith(GC) and predicate not in _SKIPPED:
                values = ", ".join(self._object(o, depth + 1) for o in objects)
                parts.append(f"{self.term(predicate) or local(predicate)} {values}")
        return f"{head}: {'; '.join(parts)}" if parts else head

    def name(self, node: str) -> str:
        """What the graph calls a node; empty where it does not."""
        by: Mapping[str, list[ox.NamedNode | ox.Literal]] = self._by.get(node, {})
        return next((o.value for n in _LABELS for o in by.get(n, ()) if isinstance(o, ox.Literal)), "")

    def term(self, iri: str) -> str:
        """The label of a term of the ontology, lower case at its start; empty where it is none."""
        by = self._knowledge.labels.get(iri, {})
        return by.get(self._language) or by.get("en") or ""

    def _object(self, o: ox.NamedNode | ox.Literal, depth: int) -> str:
        if isinstance(o, ox.Literal):
            return o.value
        return self.term(o.value) or (f"[{self.say(o.value, depth)}]" if o.value in self._by else local(o.value))

    def _types(self, node: str) -> tuple[str, ...]:
        return tuple(self._nodes(node, TYPE))

    def _nodes(self, node: str, predicate: str) -> list[str]:
        if node not in self._by:
            return []
        return [o.value for o in self._by[node][predicate] if isinstance(o, ox.NamedNode)]
