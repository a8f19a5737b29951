"""Reading a store of reviews: graphs in Oxigraph or on a server, blobs in a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from pyoxigraph import NamedNode, Triple

from checker.errors import CallError
from checker.readers import Document
from checker.report import InputReport
from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.blobs import Blobs
from checker.reviews.decided import standing
from checker.reviews.from_graph import Facts, decisions_of, entries_of, facts_of, header_of
from checker.reviews.graphs import Graphs
from checker.reviews.limits import is_id
from checker.reviews.model import Decision, Header, Review
from checker.reviews.moments import canonical
from checker.reviews.store import ReviewChangedError, TrailEntry, UnknownReviewError
from checker.reviews.verifying import troubles

_HELD = 16


@dataclass(frozen=True, slots=True)
class Line:
    """What a decision on a requirement has to go by: the review's report and last change, the ids of the decisions on
    the requirement, and of the one that stands."""

    report: str
    changed: str
    ids: frozenset[str]
    last: str | None


class Lookup:
    """The reading half of a Store; it needs no lock. Reports and documents never change, so a few are held."""

    def __init__(self, graphs: Graphs, blobs: Blobs) -> None:
        self._graphs = graphs
        self._blobs = blobs
        self._report: Callable[[str], InputReport] = lru_cache(_HELD)(
            lambda name: msgspec.json.decode(blobs.get(name), type=InputReport)
        )
        self._document: Callable[[str], Document] = lru_cache(_HELD)(
            lambda name: msgspec.json.decode(blobs.get(name), type=Document)
        )

    def headers(self) -> tuple[Header, ...]:
        found = sorted(map(_header, self._graphs.rows(said.HEADERS)), key=lambda header: (header.changed, header.id))
        return tuple(reversed({header.id: header for header in found}.values()))

    def review(self, review_id: str) -> Review:
        facts = self._facts(review_id)
        header = header_of(review_id, facts)
        return Review(header, self._report(header.report), decisions_of(review_id, facts))

    def blob(self, sha256: str) -> bytes:
        return self._blobs.get(sha256)

    def document(self, header: Header) -> Document | None:
        return self._document(header.document) if header.document else None

    def trail(self, review_id: str | None = None) -> tuple[TrailEntry, ...]:
        if review_id is not None and not is_id(review_id):
            raise UnknownReviewError(review_id)
        wanted = said.everything_in(n.TRAIL) if review_id is None else said.trail_of(NamedNode(review_id))
        return entries_of(facts_of(set(self._graphs.rows(wanted))))

    def verify(self) -> tuple[str, ...]:
        return tuple(troubles(self._graphs, self._blobs))

    def close(self) -> None:
        self._graphs.close()

    @property
    def closed(self) -> bool:
        return self._graphs.closed

    def _facts(self, review_id: str) -> Facts:
        facts = facts_of(self._graphs.rows(said.everything_in(NamedNode(review_id)))) if is_id(review_id) else {}
        if not facts:
            raise UnknownReviewError(review_id)
        return facts

    def _line(self, review_id: str, requirement: str) -> Line:
        if not is_id(review_id):
            raise UnknownReviewError(review_id)
        rows = self._graphs.rows(said.line(review_id, requirement))
        if not rows:
            raise UnknownReviewError(review_id)
        made = {row[2].value for row in rows if row[2] is not None}
        followed = {row[3].value for row in rows if row[3] is not None}
        last = made - followed
        if len(last) > 1 and (stands := self._standing(review_id, requirement)):
            last = {stands.id}
        return Line(rows[0][0].value, max(row[1].value for row in rows), frozenset(made), next(iter(last), None))

    def _standing(self, review_id: str, requirement: str) -> Decision | None:
        return standing(self.review(review_id).decisions).get(requirement)

    def _changed(self, review_id: str, requirement: str) -> CallError:
        stands = self._standing(review_id, requirement)
        if stands is None:
            return CallError(
                "nothing stands that this could follow",
                remedy="read the review again",
                text="error-review-changed-other",
            )
        return ReviewChangedError(stands)

    def _triples(self, review_id: str) -> set[Triple]:
        return {Triple(*row) for row in self._graphs.rows(said.everything_in(NamedNode(review_id)))}


def _header(row: tuple[object, ...]) -> Header:
    values = [getattr(value, "value", "") for value in row]
    review, name, kind, language, profile, created, by, draft, document, report, changed, asked, previous = values[:13]
    decided, besides = (int(value) for value in values[13:])
    return Header(
        review, name, kind, language, profile, canonical(created), by, draft, document, report,
        canonical(changed), decided, int(asked) + besides, previous,
    )  # fmt: skip
