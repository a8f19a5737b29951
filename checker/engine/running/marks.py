"""Sets of nodes as sorted arrays of their numbers, and what is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Nodes = np.ndarray[Any, np.dtype[np.int32]]
NONE: Nodes = np.empty(0, dtype=np.int32)

_FEW = 16
"""Below one in so many, searching or sorting is faster than marking."""


class Marks:
    """A mark for each node, set only within a call: a set is looked up in it, or put in order by it."""

    def __init__(self, nodes: int) -> None:
        self._marks = np.zeros(nodes, dtype=np.bool_)

    def within(self, nodes: Nodes, others: Nodes, wanted: bool = True) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """For each of some nodes, in any order, whether it is in a set, or is not where that is ``wanted``."""
        if not len(others):
            return np.full(len(nodes), not wanted)
        found: np.ndarray[Any, np.dtype[np.bool_]]
        if len(nodes) * _FEW < len(others):
            places = np.minimum(np.searchsorted(others, nodes), len(others) - 1)
            found = others[places] == nodes
            return found if wanted else ~found
        self._marks[others] = True
        found = self._marks[nodes]
        self._marks[others] = False
        return found if wanted else ~found

    def distinct(self, nodes: Nodes) -> Nodes:
        """The set of some nodes."""
        if len(nodes) * _FEW < len(self._marks):
            ordered = np.sort(nodes)
            return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) > 1 else ordered
        self._marks[nodes] = True
        found = np.flatnonzero(self._marks).astype(np.int32)
        self._marks[found] = False
        return found

    def either(self, sets: Sequence[Nodes]) -> Nodes:
        some = [s for s in sets if len(s)]
        if len(some) < 2:
            return some[0] if some else NONE
        return self.distinct(np.concatenate(some))


def paired(first: Nodes, second: Nodes) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Two numbers as one, which is sorted by the first and then the second; the lower half is the second."""
    return (first.astype(np.int64) << 32) | second


def stretches(keys: np.ndarray[Any, Any]) -> dict[int, slice]:
    """Where each key stands, of keys in order."""
    if not len(keys):
        return {}
    starts = np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1, [len(keys)]))
    return {
        int(key): slice(start, end)
        for key, start, end in zip(keys[starts[:-1]].tolist(), starts[:-1].tolist(), starts[1:].tolist(), strict=True)
    }
