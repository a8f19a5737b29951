"""Graphs in a folder of this machine: an Oxigraph store on RocksDB, used by one process at a time."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from threading import RLock
from time import sleep
from typing import Any, cast

from pyoxigraph import QuerySolutions
from pyoxigraph import Store as Oxigraph

from checker.reviews.blobs import sync_folder
from checker.reviews.store import StoreError
from checker.reviews.trouble import on_disk

_GRAPHS = "graphs"
_TRIES, _PAUSE = 40, 0.05
_MOST_LOG = 16 << 20
"""Bytes. RocksDB holds in memory what its log holds on disk, by itself up to some hundred megabytes."""


class EmbeddedGraphs:
    """A transaction of Oxigraph sees a snapshot and checks for no conflict, so writers go one after the other."""

    def __init__(self, folder: Path) -> None:
        self.place = str(folder)
        self._folder = folder / _GRAPHS
        self._lock = RLock()
        self._failed = self._closed = False
        self._store: Oxigraph | None = self._opened(folder)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with on_disk(self._folder):
            return [tuple(row) for row in cast(QuerySolutions, self._open.query(query))]

    def update(self, text: str) -> None:
        with self._lock, on_disk(self._folder):
            if self._failed:  # RocksDB takes no write after one that failed, as on a full disk, until opened anew
                self._store = None
            self._failed = True
            self._open.update(text)
            self._sync()
            self._failed = False

    def alone(self) -> AbstractContextManager[object]:
        return self._lock

    def close(self) -> None:
        with self._lock:
            self._closed, self._store = True, None

    @property
    def closed(self) -> bool:
        return self._closed

    @property
    def _open(self) -> Oxigraph:
        with self._lock:
            if self._closed:
                raise StoreError(
                    "the store of reviews was closed",
                    where=self.place,
                    remedy="open it again",
                    text="error-store-closed",
                )
            if self._store is None:
                self._store = self._opened_anew()
            return self._store

    def _opened_anew(self) -> Oxigraph:
        for _ in range(_TRIES):
            try:
                return Oxigraph(self._folder)
            except OSError as error:  # a thread that reads has not let go of it
                if "lock" not in str(error).lower():
                    raise
                sleep(_PAUSE)
        return Oxigraph(self._folder)

    def _opened(self, folder: Path) -> Oxigraph:
        with on_disk(folder):
            if not (self._folder / "CURRENT").exists() and folder.exists() and any(_others(folder)):
                raise StoreError(
                    "this folder holds other things than reviews",
                    where=self.place,
                    remedy="name an empty folder in GUIDECHECK_STORE, or one that does not exist yet",
                    text="error-store-other-things",
                )
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                return Oxigraph(self._folder)
            except OSError as error:
                if "lock" not in str(error).lower():
                    raise
                raise StoreError(
                    "the store of reviews is open in another process",
                    where=self.place,
                    remedy="close the desk or the command that uses it, or share reviews through a server",
                    text="error-store-in-use",
                ) from error

    def _sync(self) -> None:
        """RocksDB hands its log to the system and leaves the time of writing to it. Syncing the log takes
        a millisecond where ``flush`` writes every table anew: a tenth of a second, now and then."""
        logs = list(self._folder.glob("*.log"))
        if os.name != "posix" or not logs:
            self._open.flush()
            return
        held = 0
        for log in logs:
            try:
                opened = os.open(log, os.O_RDONLY)
            except FileNotFoundError:  # its contents are in a table now
                continue
            try:
                os.fsync(opened)
                held += os.fstat(opened).st_size
            finally:
                os.close(opened)
        sync_folder(self._folder)
        if held > _MOST_LOG:
            self._open.flush()


def _others(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.name not in (_GRAPHS, "blobs")]
