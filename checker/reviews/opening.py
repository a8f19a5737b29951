"""Which store is used, and opening it."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock

from pyoxigraph import Literal

from checker.errors import CallError
from checker.reviews import said
from checker.reviews.blobs import Blobs
from checker.reviews.embedded import EmbeddedGraphs
from checker.reviews.format import made_ready
from checker.reviews.kept import KeptReviews
from checker.reviews.store import Store

PLACE = "GUIDECHECK_STORE"
"""Environment variable: the folder of the store, or the address of a SPARQL 1.1 server."""
BLOBS = "GUIDECHECK_BLOBS"
"""Environment variable: the folder of blobs where the graphs are on a server, shared by everybody who uses it."""
_open: dict[str, KeptReviews] = {}
_opening = Lock()


def open_store(place: str | Path | None = None) -> Store:
    """The store at ``place``, else at ``PLACE``, else in the user's data folder.

    A store is opened once in a process, shared by its threads, and open until it is closed. Raises StoreError.
    """
    named = place_of(place)
    on_server = named.startswith(("http://", "https://"))
    known_as = named if on_server else str(Path(named).expanduser().resolve())
    with _opening:
        store = _open.get(known_as)
        if store is None or store.closed:
            store = _open[known_as] = _on_server(named) if on_server else _in_folder(Path(known_as))
        return store


def place_of(place: str | Path | None = None) -> str:
    """Where the store lies: a folder, or an address."""
    return str(place or os.environ.get(PLACE) or _data_folder() / "reviews")


def _in_folder(folder: Path) -> KeptReviews:
    graphs = EmbeddedGraphs(folder)
    try:
        made_ready(graphs)
        blobs = Blobs(folder / "blobs")
        blobs.keep_only({name.value for (name,) in graphs.rows(said.NAMED_BLOBS) if isinstance(name, Literal)})
    except BaseException:
        graphs.close()
        raise
    return KeptReviews(graphs, blobs)


def _on_server(url: str) -> KeptReviews:
    try:
        from checker.reviews.server import ServerGraphs
    except ImportError as error:
        raise CallError(
            f"reviews on a server need {error.name}", remedy="pip install 'guidecheck[ui]'", text="error-server-missing"
        ) from error
    graphs = ServerGraphs(url)
    try:
        store_id = made_ready(graphs)
        shared = os.environ.get(BLOBS)
        folder = Path(shared).expanduser() if shared else _data_folder() / "blobs"
        blobs = Blobs(folder / store_id, shared=bool(shared))
        graphs.lock_with(blobs.folder)
    except BaseException:
        graphs.close()
        raise
    return KeptReviews(graphs, blobs)


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("guidecheck", appauthor=False)
