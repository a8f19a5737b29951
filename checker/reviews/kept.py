"""The store: graphs in Oxigraph or on a server, blobs in a folder, and one way of using them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from uuid import uuid4

import msgspec
from pyoxigraph import NamedNode

from checker.errors import CallError
from checker.readers import Document
from checker.report import InputReport
from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.blobs import Blobs
from checker.reviews.decided import standing
from checker.reviews.from_graph import decisions_of, entries_of, facts_of, header_of
from checker.reviews.graphs import Graphs
from checker.reviews.limits import checked, checked_decision, is_id
from checker.reviews.model import Decision, Header, Review
from checker.reviews.moments import canonical, not_before, now
from checker.reviews.store import (
    Event,
    NewReview,
    ReviewChangedError,
    TrailEntry,
    UnknownReviewError,
)
from checker.reviews.to_graph import entry_triples, header_triples

_HELD = 16


def new_id() -> str:
    return f"urn:uuid:{uuid4()}"


class KeptReviews:
    """A Store. Reading needs no lock; writers go one after the other."""

    def __init__(self, graphs: Graphs, blobs: Blobs) -> None:
        self._graphs = graphs
        self._blobs = blobs
        self._report: Callable[[str], InputReport] = lru_cache(_HELD)(self._read_report)
        self._document: Callable[[str], Document] = lru_cache(_HELD)(self._read_document)

    def headers(self) -> tuple[Header, ...]:
        found: dict[str, Header] = {}
        for row in self._graphs.rows(said.HEADERS):
            header = _header(row)
            if header.id not in found or header.changed > found[header.id].changed:
                found[header.id] = header
        return tuple(sorted(found.values(), key=lambda header: (header.changed, header.id), reverse=True))

    def review(self, review_id: str) -> Review:
        if not is_id(review_id):
            raise UnknownReviewError(review_id)
        facts = facts_of(self._graphs.rows(said.everything_in(NamedNode(review_id))))
        if not facts:
            raise UnknownReviewError(review_id)
        header = header_of(review_id, facts)
        return Review(header, self._report(header.report), decisions_of(review_id, facts))

    def add(self, new: NewReview) -> Header:
        checked("file name", new.name)
        checked("person's name", new.who)
        checked("file name", new.profile)
        if new.version_of and not is_id(new.version_of):
            raise UnknownReviewError(new.version_of)
        document, report = _packed(new.document) if new.document else b"", _packed(new.report)
        time = now()
        with self._graphs.alone():
            header = Header(
                id=new_id(),
                name=new.name,
                kind=new.report.kind,
                language=new.report.language,
                profile=new.profile,
                created=time,
                created_by=new.who,
                draft=self._blobs.put(new.draft),
                document=self._blobs.put(document) if document else "",
                report=self._blobs.put(report),
                changed=time,
                of=sum(outcome.verdict != "not-applicable" for outcome in new.report.requirements),
                version_of=new.version_of,
            )
            self._graphs.update(
                said.inserted(NamedNode(header.id), header_triples(header, header.of))
                + " ;\n"
                + self._noted("added", header, new.who)
            )
        return header

    def decide(self, review_id: str, decision: Decision) -> None:
        checked_decision(decision)
        with self._graphs.alone():
            review = self.review(review_id)
            outcome = next((o for o in review.report.requirements if o.id == decision.requirement), None)
            if outcome is None:
                raise CallError(f"the review has no requirement '{decision.requirement[:80]}'")
            if any(made.id == decision.id for made in review.decisions):
                return
            stands = standing(review.decisions).get(decision.requirement)
            if (stands.id if stands else None) != decision.before:
                raise _changed(stands)
            changed = not_before(decision.when, review.header.changed)
            besides = outcome.verdict == "not-applicable"
            self._graphs.update(said.decided(review_id, decision, changed, besides=besides))
            last = standing(self.review(review_id).decisions).get(decision.requirement)
            if last is None or last.id != decision.id:
                raise _changed(last)

    def delete(self, review_id: str, who: str) -> None:
        checked("person's name", who)
        with self._graphs.alone():
            header = self.review(review_id).header
            node = NamedNode(review_id)
            self._graphs.update(said.removed(node) + " ;\n" + self._noted("deleted", header, who))
            for name in filter(None, (header.draft, header.document, header.report)):
                if not self._graphs.rows(said.names_blob(name)):
                    self._blobs.remove(name)

    def blob(self, sha256: str) -> bytes:
        return self._blobs.get(sha256)

    def document(self, header: Header) -> Document | None:
        return self._document(header.document) if header.document else None

    def trail(self, review_id: str | None = None) -> tuple[TrailEntry, ...]:
        entries = entries_of(facts_of(self._graphs.rows(said.everything_in(n.TRAIL))))
        return tuple(entry for entry in entries if review_id in (None, entry.review))

    def export(self, review_ids: Sequence[str], who: str) -> bytes:
        raise NotImplementedError

    def import_(self, data: bytes, who: str) -> tuple[Header, ...]:
        raise NotImplementedError

    def verify(self) -> tuple[str, ...]:
        raise NotImplementedError

    def close(self) -> None:
        self._graphs.close()

    @property
    def closed(self) -> bool:
        return self._graphs.closed

    def _noted(self, event: Event, header: Header, who: str) -> str:
        entry = TrailEntry(new_id(), event, header.id, header.name, who, now())
        return said.inserted(n.TRAIL, entry_triples(entry))

    def _read_report(self, name: str) -> InputReport:
        return msgspec.json.decode(self._blobs.get(name), type=InputReport)

    def _read_document(self, name: str) -> Document:
        return msgspec.json.decode(self._blobs.get(name), type=Document)


def _header(row: tuple[object, ...]) -> Header:
    values = [getattr(value, "value", "") for value in row]
    review, name, kind, language, profile, created, by, draft, document, report, changed, asked, previous = values[:13]
    decided, besides = (int(value) for value in values[13:])
    return Header(
        review, name, kind, language, profile, canonical(created), by, draft, document, report,
        canonical(changed), decided, int(asked) + besides, previous,
    )  # fmt: skip


def _changed(stands: Decision | None) -> CallError:
    if stands is None:
        return CallError("nothing stands that this could follow", remedy="read the review again")
    return ReviewChangedError(stands)


def _packed(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        raise CallError("the draft's text holds half a character", remedy="save the draft anew") from None
