"""Looking through a whole store for what is not as it was written."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from pyoxigraph import NamedNode, Triple

from checker.errors import GuidecheckError
from checker.readers import Document
from checker.report import InputReport
from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.blobs import Blobs
from checker.reviews.exported import blobs_of
from checker.reviews.from_graph import decisions_of, entries_of, facts_of, header_of
from checker.reviews.graphs import Graphs
from checker.reviews.model import Header
from checker.reviews.whole import by_value, faults, review_triples


def troubles(graphs: Graphs, blobs: Blobs) -> Iterator[str]:
    """A line for each: graphs that are not whole, blobs that are missing or damaged."""
    for (graph,) in graphs.rows(said.GRAPHS):
        if graph != n.TRAIL:
            yield from (f"{graph.value}: {fault}" for fault in _of_review(graph, graphs, blobs))
    try:
        entries_of(facts_of(graphs.rows(said.everything_in(n.TRAIL))))
    except (GuidecheckError, KeyError, IndexError, ValueError):
        yield "the trail is not whole"


def _of_review(graph: NamedNode, graphs: Graphs, blobs: Blobs) -> Iterator[str]:
    rows = graphs.rows(said.everything_in(graph))
    facts = facts_of(rows)
    try:
        header, decisions = header_of(graph.value, facts), decisions_of(graph.value, facts)
    except GuidecheckError as error:
        yield error.what
        return
    report, lost = _blobs(header, blobs)
    yield from lost
    if report is None:
        return
    yield from faults(header, decisions, report)
    there, wanted = by_value(Triple(*row) for row in rows), by_value(review_triples(header, decisions, report))
    if there != wanted:
        yield f"its graph lacks {len(wanted - there)} statements and has {len(there - wanted)} that belong to nothing"


def _blobs(header: Header, blobs: Blobs) -> tuple[InputReport | None, list[str]]:
    report: InputReport | None = None
    lost: list[str] = []
    for name in blobs_of(header):
        try:
            data = blobs.get(name)
            if name == header.report:
                report = msgspec.json.decode(data, type=InputReport)
            if name == header.document:
                msgspec.json.decode(data, type=Document)
        except GuidecheckError as error:
            lost.append(error.what)
        except msgspec.MsgspecError:
            lost.append(f"the file {name[:12]}… of a review cannot be read")
    return report, lost
