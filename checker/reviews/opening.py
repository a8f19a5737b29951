"""Which store is used, and opening it."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from weakref import WeakValueDictionary

from checker.reviews.blobs import Blobs
from checker.reviews.embedded import EmbeddedGraphs
from checker.reviews.kept import KeptReviews
from checker.reviews.store import Store

PLACE = "GUIDECHECK_STORE"
"""Environment variable: the folder of the store, or the address of a SPARQL 1.1 server."""
_open: WeakValueDictionary[Path, KeptReviews] = WeakValueDictionary()
_opening = Lock()


def open_store(place: str | Path | None = None) -> Store:
    """The store at ``place``, else at ``PLACE``, else in the user's data folder. A folder is opened once in a
    process and shared. Raises StoreError."""
    named = place or os.environ.get(PLACE) or _data_folder() / "reviews"
    folder = Path(named).expanduser().resolve()
    with _opening:
        store = _open.get(folder)
        if store is None or store.closed:
            graphs = EmbeddedGraphs(folder)
            store = _open[folder] = KeptReviews(graphs, Blobs(folder / "blobs"))
        return store


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("guidecheck", appauthor=False)
