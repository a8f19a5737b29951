"""Which nodes of a file belong to which of its drafts."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np

_NOBODY, _SEVERAL = -1, -2
Numbers = np.ndarray[Any, np.dtype[np.int64]]


class Belonging:
    """Nodes are numbers below ``count``; an edge leads from ``starts[i]`` to ``ends[i]``.

    To a draft belongs what can be reached from it without passing another draft, and what points to it alone: nodes
    that no draft reaches go, with all that hangs together with them, to the one draft that they lead to. What several
    drafts reach belongs to each of them. A draft that is alone in its file has all of it.
    """

    def __init__(
        self, count: int, starts: Numbers, ends: Numbers, drafts: list[int], closed: frozenset[int] | None = None
    ) -> None:
        """``closed`` are the drafts that no other one is reached through: all of them unless given."""
        order = np.argsort(starts, kind="stable")
        self._ends = array("q", ends[order].astype(np.int64).tobytes())
        self._first = array("q", np.searchsorted(starts[order], np.arange(count + 1)).astype(np.int64).tobytes())
        self._drafts = drafts
        self._closed = frozenset(drafts) if closed is None else closed
        self._owner = array("q", [0 if len(drafts) == 1 else _NOBODY]) * count
        if len(drafts) > 1:
            for place, draft in enumerate(drafts):
                self._owner[draft] = place
            self._reach()
            self._adopt()
        owner = np.frombuffer(self._owner, dtype=np.int64)
        self._by_owner = np.argsort(owner, kind="stable")
        self._own = np.searchsorted(owner[self._by_owner], np.arange(len(drafts) + 1))

    def of(self, place: int) -> list[int]:
        """The nodes of a draft, by its place among the drafts, sorted."""
        found = set(self._by_owner[self._own[place] : self._own[place + 1]].tolist()) | {self._drafts[place]}
        todo = list(found)
        while todo:
            for end in self._onward(todo.pop()):
                if self._owner[end] == _SEVERAL and end not in found:
                    found.add(end)
                    todo.append(end)
        return sorted(found)

    def _onward(self, node: int) -> array[int]:
        return self._ends[self._first[node] : self._first[node + 1]]

    def _reach(self) -> None:
        """Each node is passed twice at most: for its first owner, and as one of several."""
        owner, todo = self._owner, list(self._drafts)
        while todo:
            node = todo.pop()
            mine = owner[node]
            for end in self._onward(node):
                if end not in self._closed and owner[end] not in (mine, _SEVERAL):
                    owner[end] = mine if owner[end] == _NOBODY else _SEVERAL
                    todo.append(end)

    def _adopt(self) -> None:
        """What no draft reaches, by what hangs together."""
        owner = self._owner
        above = {node: node for node, found in enumerate(owner) if found == _NOBODY}

        def top(node: int) -> int:
            while above[node] != node:
                above[node] = above[above[node]]
                node = above[node]
            return node

        leads: list[tuple[int, int]] = []
        for node in above:
            for end in self._onward(node):
                if owner[end] == _NOBODY:
                    above[top(node)] = top(end)
                elif owner[end] >= 0:
                    leads.append((node, owner[end]))
        owners: dict[int, set[int]] = {}
        for node, found in leads:
            owners.setdefault(top(node), set()).add(found)
        for node in above:
            mine = owners.get(top(node), ())
            if len(mine) == 1:
                (owner[node],) = mine
