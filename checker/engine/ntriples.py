"""Triples as text, for engines that read nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox


def as_ntriples(triples: Iterable[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
