"""Graphs in a folder of this machine: an Oxigraph store on RocksDB, used by one process at a time."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from threading import RLock
from typing import Any, cast

from pyoxigraph import QuerySolutions
from pyoxigraph import Store as Oxigraph

from checker.reviews.blobs import sync_folder
from checker.reviews.store import StoreError
from checker.reviews.trouble import on_disk

_GRAPHS = "graphs"


class EmbeddedGraphs:
    """A transaction of Oxigraph sees a snapshot and checks for no conflict, so writers go one after the other."""

    def __init__(self, folder: Path) -> None:
        self.place = str(folder)
        self._folder = folder / _GRAPHS
        self._lock = RLock()
        self._store: Oxigraph | None = self._opened(folder)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with on_disk(self._folder):
            return [tuple(row) for row in cast(QuerySolutions, self._open.query(query))]

    def update(self, text: str) -> None:
        with self._lock, on_disk(self._folder):
            self._open.update(text)
            self._sync()

    def alone(self) -> AbstractContextManager[object]:
        return self._lock

    def close(self) -> None:
        with self._lock:
            self._store = None

    @property
    def closed(self) -> bool:
        return self._store is None

    @property
    def _open(self) -> Oxigraph:
        if self._store is None:
            raise StoreError("the store of reviews was closed", where=self.place, remedy="open it again")
        return self._store

    def _opened(self, folder: Path) -> Oxigraph:
        with on_disk(folder):
            if not (self._folder / "CURRENT").exists() and folder.exists() and any(_others(folder)):
                raise StoreError(
                    "this folder holds other things than reviews",
                    where=self.place,
                    remedy="name an empty folder in GUIDECHECK_STORE, or one that does not exist yet",
                )
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            return Oxigraph(self._folder)
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreError(
                    "the store of reviews is open in another process",
                    where=self.place,
                    remedy="close the desk or the command that uses it, or share reviews through a server",
                ) from error
            raise StoreError(
                f"the store of reviews cannot be opened ({error})",
                where=self.place,
                remedy="check the disk and the rights to this folder; a damaged store is replaced by a backup",
            ) from error

    def _sync(self) -> None:
        """RocksDB hands its log to the system and leaves the time of writing to it. Syncing the log takes
        a millisecond where ``flush`` writes every table anew."""
        logs = list(self._folder.glob("*.log"))
        if os.name != "posix" or not logs:
            self._open.flush()
            return
        for log in logs:
            try:
                opened = os.open(log, os.O_RDONLY)
            except FileNotFoundError:  # its contents are in a table now
                continue
            try:
                os.fsync(opened)
            finally:
                os.close(opened)
        sync_folder(self._folder)


def _others(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.name not in (_GRAPHS, "blobs")]
