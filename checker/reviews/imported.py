"""Reviews from a file that somebody sent. Nothing of it is believed: graphs are read as values and written anew, blobs
are held to their names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
from pyoxigraph import NamedNode, RdfFormat, parse

from checker.descriptions.refused import refuse_deep_triples
from checker.errors import GuidecheckError, InputError
from checker.readers import Document
from checker.readers.archive import Archive
from checker.report import InputReport
from checker.reviews import names as n
from checker.reviews.exported import BLOBS, GRAPHS, blobs_of
from checker.reviews.format import VERSION
from checker.reviews.from_graph import Facts, decisions_of, facts_of, header_of
from checker.reviews.model import Decision, Header, Review
from checker.reviews.whole import faults

MOST_PART = 256 * 2**20
MOST_TOTAL = 512 * 2**20
"""Bytes that a file handed in at the desk may unpack to."""
MOST_ENTRIES = 1_000_000
"""Each review has three, beside the graphs of all."""
_BYTES_OF_FACT = 256
"""Of all that is unpacked, a fact on a review takes more: graphs are a small part of it, and a large one in memory."""
_MOST_AHEAD = timedelta(days=1)
_NAME = "the file of reviews"


class Import:
    """An opened file of reviews. Raises InputErrors."""

    def __init__(self, data: bytes | BinaryIO, most_total: int = MOST_TOTAL) -> None:
        try:
            self._archive = Archive(data, _NAME, most_part=MOST_PART, most_total=most_total, most_entries=MOST_ENTRIES)
        except InputError as error:
            raise InputError(error.what, where=_NAME, remedy=error.remedy, text="error-import-nothing") from None
        if GRAPHS not in self._archive:
            raise _refused("it holds no reviews", "choose a file that guidecheck exported", text="error-import-nothing")
        self._graphs = _graphs(self._archive.part(GRAPHS), most_total // _BYTES_OF_FACT)
        _check_version(self._graphs.pop(n.FORMAT, {}))
        if not self._graphs:
            raise _refused("it holds no reviews", "choose a file that guidecheck exported", text="error-import-nothing")

    def reviews(self) -> Iterator[Review]:
        """Each review, whole and possible in itself."""
        for graph, facts in self._graphs.items():
            try:
                header, decisions = header_of(graph.value, facts), decisions_of(graph.value, facts)
            except GuidecheckError:
                raise _refused(f"the graph {graph.value[:60]} is no whole review") from None
            report = self._report(header)
            for fault in faults(header, decisions, report):
                raise _refused(fault)
            _check_times(header, decisions)
            yield Review(header, report, decisions)

    def blob(self, name: str) -> bytes:
        if BLOBS + name not in self._archive:
            raise _refused(f"the file {name[:12]}… of a review is missing in it")
        data = self._archive.part(BLOBS + name)
        if sha256(data).hexdigest() != name:
            raise _refused(f"the file {name[:12]}… in it is not what its name says")
        return data

    def _report(self, header: Header) -> InputReport:
        for name in blobs_of(header):
            data = self.blob(name)
            try:
                if name == header.report:
                    report = msgspec.json.decode(data, type=InputReport)
                if name == header.document:
                    _check_document(msgspec.json.decode(data, type=Document))
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                raise _refused(f"the file {name[:12]}… in it cannot be read") from None
        return report


def _graphs(data: bytes, most: int) -> dict[NamedNode, Facts]:
    rows: dict[NamedNode, list[tuple[object, ...]]] = {}
    refuse_deep_triples((data,), Path(_NAME))
    try:
        for number, quad in enumerate(parse(data, format=RdfFormat.TRIG)):
            if number >= most:
                raise _refused(f"it says more than {most:,} things", "export fewer reviews at once")
            if not isinstance(quad.graph_name, NamedNode):
                raise _refused("it says something outside of any review")
            rows.setdefault(quad.graph_name, []).append((quad.subject, quad.predicate, quad.object))
    except (SyntaxError, ValueError, OSError):
        raise _refused(f"{GRAPHS} in it is not TriG") from None
    return {graph: facts_of(found) for graph, found in rows.items()}


def _check_version(facts: Facts) -> None:
    said = facts.get(n.FORMAT, {}).get(n.VERSION, ())
    if len(said) != 1 or not said[0].value.isdecimal():
        raise _refused("it does not say its format")
    version = int(said[0].value[:9])
    if version > VERSION:
        raise _refused(
            f"it comes from a newer guidecheck (format {version})", "update guidecheck", text="error-import-newer"
        )
    if version < VERSION:
        raise _refused(
            f"it comes from an older guidecheck (format {version})",
            "export it with a newer one",
            text="error-import-older",
        )


def _check_times(header: Header, decisions: tuple[Decision, ...]) -> None:
    latest = (datetime.now(UTC) + _MOST_AHEAD).isoformat()
    if max(header.created, header.changed, *(d.when for d in decisions)) > latest:
        raise _refused(
            "it speaks of a time to come",
            "set the clock of the machine it comes from, and export it again",
            text="error-import-clock",
        )


def _check_document(document: Document) -> None:
    if any(document.text[p.start : p.end] != p.text for p in document.passages):
        raise _refused("a draft's passages in it are not where it says")


def _refused(why: str, remedy: str = "export it again", *, text: str = "error-import-damaged") -> InputError:
    what = f"it is refused: {why}".replace("it is refused: it ", "it ")
    return InputError(what, where=_NAME, remedy=remedy, text=text)
