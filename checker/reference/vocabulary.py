"""How the vocabulary is set out: trees of classes, runs of properties, schemes with their concepts, on pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from checker.knowledge.names import GC
from checker.reference.terms import Term

Part = Literal["drafts", "actors", "statements", "classes", "properties", "schemes"]
PARTS: tuple[Part, ...] = ("drafts", "actors", "statements", "classes", "properties", "schemes")

DRAFT, ACTOR, STATEMENT = GC + "Draft", GC + "Actor", GC + "Statement"
_ROOTS: tuple[tuple[Part, str], ...] = (("drafts", DRAFT), ("actors", ACTOR), ("statements", STATEMENT))
_OWN_PAGE = 20
"""A family of statements with as many classes has a page of its own."""
_SIZE = 120
"""About how many terms stand on a page."""


@dataclass(frozen=True, slots=True)
class VocabularyPage:
    """``terms`` in reading order with their depth; ``family`` is the class that the page is about, if one."""

    name: str
    part: Part
    terms: Mapping[str, int]
    family: str = ""


@dataclass(frozen=True)
class Vocabulary:
    terms: Mapping[str, Term]

    @cached_property
    def below(self) -> dict[str, tuple[str, ...]]:
        """The classes right below a class, each below the first of its superclasses."""
        found: dict[str, list[str]] = {}
        for term in self.terms.values():
            if up := self._home(term):
                found.setdefault(up, []).append(term.iri)
        return {up: tuple(sub) for up, sub in found.items()}

    @cached_property
    def concepts(self) -> dict[str, tuple[str, ...]]:
        """The concepts of a scheme; those of none stand under the empty string."""
        found: dict[str, list[str]] = {}
        for term in self.terms.values():
            if term.kind == "concept":
                found.setdefault(term.scheme if term.scheme in self.terms else "", []).append(term.iri)
        return {scheme: tuple(members) for scheme, members in found.items()}

    @cached_property
    def pages(self) -> tuple[VocabularyPage, ...]:
        return tuple(self._pages())

    def tree(self, root: str, depth: int = 0) -> Iterator[tuple[str, int]]:
        """A class and all that stands below it, with its depth."""
        yield root, depth
        for sub in self.below.get(root, ()):
            yield from self.tree(sub, depth + 1)

    def count(self, root: str) -> int:
        """How many classes stand below one."""
        return sum(1 for _ in self.tree(root)) - 1

    def _home(self, term: Term) -> str:
        if term.kind != "class":
            return ""
        ups = [up for up in term.above if up in self.terms and up != term.iri and not self._loops(term.iri, up)]
        return ups[0] if ups else ""

    def _loops(self, start: str, up: str) -> bool:
        """True where a class stands above itself, so that no tree could be drawn."""
        seen, todo = {up}, [up]
        while todo:
            for higher in self.terms[todo.pop()].above:
                if higher == start:
                    return True
                if higher in self.terms and higher not in seen:
                    seen.add(higher)
                    todo.append(higher)
        return False

    def _pages(self) -> Iterator[VocabularyPage]:
        for part, root in _ROOTS:
            if root not in self.terms:
                continue
            large = [f for f in self.below.get(root, ()) if self.count(f) >= _OWN_PAGE and part == "statements"]
            rest = [(root, 0)] + [pair for f in self.below.get(root, ()) if f not in large for pair in self.tree(f, 1)]
            runs = _split(rest, starts=1) if part == "statements" else [rest]
            yield from _numbered(part, runs)
            for family in large:
                name = f"{part}-of-{self.terms[family].name}"
                yield VocabularyPage(name, part, dict(self.tree(family)), family)
        roots = {root for _, root in _ROOTS}
        others = [t.iri for t in self.terms.values() if t.kind == "class" and not self._home(t) and t.iri not in roots]
        yield from _numbered("classes", _split([pair for iri in others for pair in self.tree(iri)]))
        properties = [(t.iri, 0) for t in self.terms.values() if t.kind == "property"]
        yield from _numbered("properties", _split(properties))
        schemes = [t.iri for t in self.terms.values() if t.kind == "scheme"]
        members = [pair for s in schemes for pair in ((s, 0), *((c, 1) for c in self.concepts.get(s, ())))]
        members += [(c, 1) for c in self.concepts.get("", ())]
        yield from _numbered("schemes", _split(members))


def _split(terms: list[tuple[str, int]], starts: int = 0) -> list[list[tuple[str, int]]]:
    """Runs of about the same length that break only before a term of the depth ``starts`` or less."""
    runs: list[list[tuple[str, int]]] = [[]]
    wanted = len(terms) / max(1, round(len(terms) / _SIZE))
    for pair in terms:
        if pair[1] <= starts and len(runs[-1]) >= wanted:
            runs.append([])
        runs[-1].append(pair)
    return [run for run in runs if run]


def _numbered(part: Part, runs: Iterable[list[tuple[str, int]]]) -> Iterator[VocabularyPage]:
    listed = list(runs)
    for number, run in enumerate(listed, start=1):
        yield VocabularyPage(part if len(listed) == 1 else f"{part}-{number}", part, dict(run))
