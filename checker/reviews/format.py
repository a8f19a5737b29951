"""The version of the format, which the store itself says, and stores of other versions."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal, Triple

from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.graphs import Graphs
from checker.reviews.store import StoreError

VERSION = 1
MIGRATIONS: Mapping[int, str] = {}
"""By version, the SPARQL update that makes it the next one."""


def made_ready(graphs: Graphs, version: int = VERSION, migrations: Mapping[int, str] = MIGRATIONS) -> str:
    """Marks a new store, brings an older one up to date, and gives the store's id. Raises StoreError."""
    with graphs.alone():
        found, store_id = _said_by(graphs)
        if found is None:
            if graphs.rows(said.ANY_REVIEW):
                raise StoreError(
                    "the store holds reviews and does not say in which format",
                    where=graphs.place,
                    remedy="replace it by a backup",
                    text="error-store-format-unknown",
                )
            graphs.update(said.marked(version))
            found, store_id = _said_by(graphs)
        if found is None or found > version:
            raise StoreError(
                f"the store was made by a newer guidecheck (format {found}, and this one knows {version})",
                where=graphs.place,
                remedy="update guidecheck",
                text="error-store-newer",
            )
        for older in range(found, version):
            if older not in migrations:
                raise StoreError(
                    f"the store was made by an older guidecheck (format {older})",
                    where=graphs.place,
                    remedy="export its reviews with that version, and import them into a new store with this one",
                    text="error-store-older",
                )
            bumped = said.exchanged(n.FORMAT, [_mark(older)], [_mark(older + 1)])
            graphs.update(f"{migrations[older]} ;\n{bumped}")
        return store_id


def _said_by(graphs: Graphs) -> tuple[int | None, str]:
    found = graphs.rows(said.FORMAT)
    if not found:
        return None, ""
    try:
        return max(int(version.value) for version, _ in found), min(store.value for _, store in found)
    except ValueError:
        raise StoreError(
            "the store names a format that is no number",
            where=graphs.place,
            remedy="replace it by a backup",
            text="error-store-format-unknown",
        ) from None


def _mark(version: int) -> Triple:
    return Triple(n.FORMAT, n.VERSION, Literal(version))
