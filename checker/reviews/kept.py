"""The store: what is added, decided, deleted, and what comes and goes as a file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO
from uuid import uuid4

import msgspec
from pyoxigraph import NamedNode

from checker.errors import CallError
from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.decided import standing
from checker.reviews.exchange import Coming, coming
from checker.reviews.exported import blobs_of, write_archive
from checker.reviews.imported import MOST_TOTAL, Import
from checker.reviews.limits import checked, checked_decision, is_id
from checker.reviews.lookup import Lookup
from checker.reviews.model import Decision, Header, Review
from checker.reviews.moments import not_before, now
from checker.reviews.store import Event, NewReview, ReviewChangedError, TrailEntry, UnknownReviewError
from checker.reviews.to_graph import entry_triples, header_triples
from checker.reviews.whole import review_triples


def new_id() -> str:
    return f"urn:uuid:{uuid4()}"


class KeptReviews(Lookup):
    """A Store. Writers go one after the other."""

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
            for name in blobs_of(header):
                if not self._graphs.rows(said.names_blob(name)):
                    self._blobs.remove(name)

    def export(self, review_ids: Sequence[str], who: str) -> bytes:
        stream = BytesIO()
        self.export_to(stream, review_ids, who)
        return stream.getvalue()

    def export_to(self, stream: BinaryIO, review_ids: Sequence[str], who: str) -> None:
        """Like ``export``, for a file larger than memory."""
        checked("person's name", who)
        headers = [self.review(review_id).header for review_id in dict.fromkeys(review_ids)]
        write_archive(stream, headers, self._triples, self._blobs.get)
        self._graphs.update(" ;\n".join(self._noted("exported", header, who) for header in headers))

    def import_(self, data: bytes, who: str) -> tuple[Header, ...]:
        return self.import_from(BytesIO(data), who)

    def import_from(self, stream: BinaryIO, who: str, most_total: int = MOST_TOTAL) -> tuple[Header, ...]:
        """Like ``import_``; the file may unpack to so many bytes. Where one review of it cannot come in,
        none does."""
        checked("person's name", who)
        package = Import(stream, most_total)
        with self._graphs.alone():
            reviews = [coming(there, self._if_here(there.header.id)) for there in package.reviews()]
            for one in reviews:
                if one.changes:
                    self._put(one, package, who)
            return tuple(self.review(one.review.header.id).header for one in reviews)

    def _put(self, one: Coming, package: Import, who: str) -> None:
        header, graph = one.review.header, NamedNode(one.review.header.id)
        for name in blobs_of(header):
            self._blobs.put(package.blob(name))
        triples = review_triples(header, one.review.decisions, one.review.report)
        if one.here is None:
            change = said.inserted(graph, triples)
        else:
            change = said.exchanged(graph, self._triples(header.id) - triples, triples)
        self._graphs.update(change + " ;\n" + self._noted("imported", header, who))

    def _if_here(self, review_id: str) -> Review | None:
        try:
            return self.review(review_id)
        except UnknownReviewError:
            return None

    def _noted(self, event: Event, header: Header, who: str) -> str:
        entry = TrailEntry(new_id(), event, header.id, header.name, who, now())
        return said.inserted(n.TRAIL, entry_triples(entry))


def _changed(stands: Decision | None) -> CallError:
    if stands is None:
        return CallError("nothing stands that this could follow", remedy="read the review again")
    return ReviewChangedError(stands)


def _packed(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        raise CallError("the draft's text holds half a character", remedy="save the draft anew") from None
