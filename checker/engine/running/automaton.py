"""Paths as automata: all complex paths of a program walk together, one step of all of them at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from checker.engine.shacl.ast import Path


class Automaton:
    """Of paths by number. Those that begin alike are walked as one, a group; state -n starts group n.

    ``steps`` are state, predicate, backwards and next state; ``accepting`` a state and a path that ends there.
    """

    def __init__(self, paths: Mapping[int, Path]) -> None:
        self.steps: list[tuple[int, str, bool, int]] = []
        self.accepting: list[tuple[int, int]] = []
        self.groups: dict[int, int] = {}
        self.labels: list[tuple[str, bool]] = []
        follow: dict[int, set[int]] = {}
        begun: dict[Path, list[tuple[int, tuple[Path, ...]]]] = {}
        for number, path in paths.items():
            parts = cast("tuple[Path, ...]", path[1:]) if path[0] == "sequence" else (path,)
            begun.setdefault(parts[0], []).append((number, parts))
        for group, members in enumerate(begun.values(), 1):
            self.groups.update((number, group) for number, _ in members)
            first: set[int] = set()
            self._onward(group, members, set(), True, first, follow)
            self.steps += [(-group, *self.labels[state], state) for state in sorted(first)]
        self.steps += [(state, *self.labels[after], after) for state in follow for after in sorted(follow[state])]

    def _onward(
        self,
        group: int,
        paths: list[tuple[int, tuple[Path, ...]]],
        last: set[int],
        empty: bool,
        first: set[int],
        follow: dict[int, set[int]],
    ) -> None:
        """Lays what remains of each path after the states ``last``, and after the start where ``empty``."""
        tails: dict[Path, list[tuple[int, tuple[Path, ...]]]] = {}
        for number, parts in paths:
            if parts:
                tails.setdefault(parts[0], []).append((number, parts[1:]))
            else:
                self.accepting += [(state, number) for state in (*sorted(last), *((-group,) if empty else ()))]
        for part, members in tails.items():
            opens, ends, skips = self._positions(part, False, follow)
            for state in last:
                follow.setdefault(state, set()).update(opens)
            first |= opens if empty else set()
            self._onward(group, members, ends | (last if skips else set()), empty and skips, first, follow)

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
