"""A draft as RDF: the graph that says what it states, and the node that stands for it."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Description:
    """One draft. ``parts`` are drafts that it contains (IRI and kind id), at any depth."""

    draft: str
    kind: str
    name: str
    language: str
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def nodes(self) -> tuple[tuple[str, str], ...]:
        """The draft and its parts, as IRI and kind id."""
        return ((self.draft, self.kind), *self.parts)


@dataclass(frozen=True, slots=True)
class DescriptionFile:
    """The graph of one file and the drafts that it describes."""

    path: str
    sha256: str
    triples: tuple[ox.Triple, ...]
    descriptions: tuple[Description, ...]
    notes: tuple[str, ...] = ()
