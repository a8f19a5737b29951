"""Where paths lead, as arrays, to go back from values to the nodes that have them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.engine.running.marks import NONE, Marks, Nodes, paired, stretches

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

Counts = np.ndarray[Any, np.dtype[np.int64]]


@dataclass
class Reach:
    """What one path leads to: pairs of a node and a value, in the order of the values."""

    nodes: Nodes
    values: Nodes

    @cached_property
    def _distinct(self) -> tuple[Nodes, Counts]:
        """The values, and where the pairs of each begin and end."""
        starts = np.concatenate(([0], np.flatnonzero(self.values[1:] != self.values[:-1]) + 1))
        return self.values[starts], np.concatenate((starts, [len(self.values)]))

    @cached_property
    def totals(self) -> tuple[Nodes, Counts]:
        """The nodes, and how many values each has."""
        return np.unique(self.nodes, return_counts=True)

    def back(self, values: Nodes, marks: Marks) -> Nodes:
        """The nodes that have a value of a set, each as often as it has one."""
        if not len(values):
            return NONE
        found: Nodes
        if len(values) * 4 > len(self.values):
            found = self.nodes[marks.within(self.values, values)]
            return found
        distinct, bounds = self._distinct
        places = np.minimum(np.searchsorted(distinct, values), len(distinct) - 1)
        places = places[distinct[places] == values]
        if len(distinct) == len(self.values):
            found = self.nodes[places]
            return found
        starts, sizes = bounds[places], bounds[places + 1] - bounds[places]
        before = np.cumsum(sizes) - sizes
        found = self.nodes[np.repeat(starts - before, sizes) + np.arange(sizes.sum())]
        return found


NOWHERE = Reach(NONE, NONE)


def read_reach(tables: Tables) -> dict[int, Reach]:
    """By the number of the path; a path that leads nowhere is left out."""
    found = tables.columns("SELECT path, s, o FROM reached")
    pairs = paired(found["path"], found["o"])
    order = np.argsort(pairs)
    pairs, nodes = pairs[order], found["s"][order]
    values = pairs.astype(np.int32)
    return {path: Reach(nodes[at], values[at]) for path, at in stretches(pairs >> 32).items()}
