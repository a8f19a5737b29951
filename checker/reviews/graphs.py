"""Where the graphs lie: a place that is asked and changed in SPARQL 1.1."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Protocol


class Graphs(Protocol):
    """Named graphs. Errors are StoreErrors."""

    place: str
    """For error lines: a folder, or an address without its key."""

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The solutions of a SELECT, in the order of its variables; None where one is unbound."""

    def update(self, text: str) -> None:
        """One update, whole or not at all, on disk when this returns."""

    def alone(self) -> AbstractContextManager[object]:
        """While it lasts, nobody else who uses this store changes it."""

    def close(self) -> None: ...

    @property
    def closed(self) -> bool: ...
