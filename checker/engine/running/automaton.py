"""Paths as automata: all complex paths of a program walk together, one step of all of them at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from checker.engine.shacl.ast import Path


@dataclass(slots=True)
class Automaton:
    """``steps``: state, predicate, backwards, next state. State ``n`` of the program's path ``n`` starts it, as -n."""

    steps: list[tuple[int, str, bool, int]] = field(default_factory=list)
    accepting: list[tuple[int, int]] = field(default_factory=list)
    """A state and its path."""
    labels: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, number: int, path: Path) -> None:
        """Adds a path under its number, which is above 0."""
        start = len(self.labels)
        follow: dict[int, set[int]] = {}
        first, last, empty = self._positions(path, False, follow)
        for state in first:
            self.steps.append((-number, *self.labels[state], state))
        for state in range(start, len(self.labels)):
            for after in sorted(follow.get(state, ())):
                self.steps.append((state, *self.labels[after], after))
        self.accepting += [(state, number) for state in sorted(last)]
        if empty:
            self.accepting.append((-number, number))

    def _positions(self, path: Path, backwards: bool, follow: dict[int, set[int]]) -> tuple[set[int], set[int], bool]:
        """First and last positions, and whether the path may stay where it is; fills in what follows what."""
        kind, *parts = path
        if kind == "predicate":
            self.labels.append((str(parts[0]), backwards))
            return {len(self.labels) - 1}, {len(self.labels) - 1}, False
        inner = [cast("Path", part) for part in parts]
        if kind == "inverse":
            return self._positions(inner[0], not backwards, follow)
        if kind == "alternative":
            found = [self._positions(part, backwards, follow) for part in inner]
            return (
                set().union(*(f for f, _, _ in found)),
                set().union(*(last for _, last, _ in found)),
                any(e for _, _, e in found),
            )
        if kind == "sequence":
            return self._sequence(inner[::-1] if backwards else inner, backwards, follow)
        first, last, empty = self._positions(inner[0], backwards, follow)
        if kind != "zeroOrOne":
            for state in last:
                follow.setdefault(state, set()).update(first)
        return first, last, empty or kind != "oneOrMore"

    def _sequence(
        self, parts: list[Path], backwards: bool, follow: dict[int, set[int]]
    ) -> tuple[set[int], set[int], bool]:
        first: set[int] = set()
        last: set[int] = set()
        empty = True
        for part in parts:
            f, ends, e = self._positions(part, backwards, follow)
            for state in last:
                follow.setdefault(state, set()).update(f)
            first |= f if empty else set()
            last = ends | (last if e else set())
            empty = empty and e
        return first, last, empty
