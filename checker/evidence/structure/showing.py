"""Which claims the structure of a draft shows by itself: a thing that has all that the claim wants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from checker.evidence.nodes import DRAFT
from checker.knowledge.model import Claim, Lexicon, ValueShape
from checker.knowledge.names import GC, TYPE

_STATES = GC + "states"


@dataclass(frozen=True)
class Shown:
    """What some statements say, by subject and property."""

    lexicon: Lexicon
    facts: Mapping[str, Mapping[str, tuple[str, ...]]]
    stated: Mapping[str, tuple[str, ...]]
    """The nodes that the draft states, by class."""

    @classmethod
    def by(cls, triples: Iterable[ox.Triple], lexicon: Lexicon) -> Shown:
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for t in triples:
            found[_text(t.subject)][t.predicate.value].append(_text(t.object))
        by_class: dict[str, list[str]] = defaultdict(list)
        for node in dict.fromkeys(found[DRAFT][_STATES]):
            for of in found[node][TYPE]:
                by_class[of].append(node)
        facts = {s: {p: tuple(o) for p, o in by.items()} for s, by in found.items()}
        return cls(lexicon, facts, {c: tuple(nodes) for c, nodes in by_class.items()})

    def things(self, claim: Claim) -> tuple[str, ...]:
        """The nodes that show a claim; none where there are fewer than it asks for."""
        wanted = claim.wants
        if wanted is None or not wanted.classes or not claim.wants_all:
            return ()
        below = self.lexicon.below.get(wanted.classes[0], frozenset(wanted.classes[:1]))
        likely = dict.fromkeys(n for c, nodes in self.stated.items() if c in below for n in nodes)
        found = tuple(n for n in likely if self._is(n, wanted))
        return found if len(found) >= claim.count else ()

    def _is(self, node: str, wanted: ValueShape) -> bool:
        own = self.facts.get(node, {})
        types = own.get(TYPE, ())
        return (
            all(any(t in self.lexicon.below.get(c, (c,)) for t in types) for c in wanted.classes)
            and (not wanted.values or node in wanted.values)
            and all(
                sum(self._is(value, p.value) for value in dict.fromkeys(own.get(p.path, ()))) >= p.count
                for p in wanted.parts
            )
            and all(any(self._is(node, a) for a in group) for group in wanted.alternatives)
        )


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
