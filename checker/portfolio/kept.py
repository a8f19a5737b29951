"""Triples put by in the order in which they come, few in memory and many in a file, and taken out by their places."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import pyoxigraph as ox

from checker.portfolio.drafted import in_ntriples

_AT_ONCE = 50_000


class Kept:
    """A list of triples. With a ``file`` it is there that they lie, as N-Triples, until the end of the ``with``."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._new: list[ox.Triple] = []
        self._ends: list[np.ndarray[Any, np.dtype[np.int64]]] = [np.zeros(1, dtype=np.int64)]
        self._stream = file.open("w+b") if file else None
        self._places = self._ends[0]

    def __enter__(self) -> Kept:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stream and self._file:
            self._stream.close()
            self._file.unlink(missing_ok=True)

    def add(self, triple: ox.Triple) -> None:
        self._new.append(triple)
        if self._stream and len(self._new) == _AT_ONCE:
            self._write()

    def take(self, places: Iterable[int]) -> bytes:
        """N-Triples of the triples at these places, ascending. Nothing is added after that."""
        if not self._stream:
            return in_ntriples(self._new[place] for place in places)
        if self._new:
            self._write()
        if len(self._ends) > 1:
            self._places = np.concatenate(self._ends)
            self._ends = [self._places]
        found = []
        for first, last in _runs(places):
            start, end = self._places[first], self._places[last + 1]
            self._stream.seek(start)
            found.append(self._stream.read(end - start))
        return b"".join(found)

    def _write(self) -> None:
        assert self._stream  # noqa: S101 - who calls has looked
        data = in_ntriples(self._new)
        self._new.clear()
        self._stream.write(data)
        self._ends.append(np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == 10) + 1 + self._ends[-1][-1])


def _runs(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """The first and the last place of each stretch without a gap."""
    first = last = -1
    for place in places:
        if place != last + 1 or last < 0:
            if last >= 0:
                yield first, last
            first = place
        last = place
    if last >= 0:
        yield first, last
