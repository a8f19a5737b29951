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
from checker.reviews.exchange import Coming, coming
from checker.reviews.exported import blobs_of, write_archive
from checker.reviews.from_graph import header_of
from checker.reviews.imported import MOST_TOTAL, Import
from checker.reviews.limits import checked, checked_decision
from checker.reviews.lookup import Lookup
from checker.reviews.model import Decision, Header, Review
from checker.reviews.moments import not_before, now
from checker.reviews.store import (
    Event,
    NewReview,
    StoreError,
    TrailEntry,
    UnknownReviewError,
)
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
        checked("id", new.report.kind)
        checked("id", new.report.language)
        document, report = _packed(new.document) if new.document else b"", _packed(new.report)
        time = now()
        with self._graphs.alone():
            if new.version_of:
                self._line(new.version_of, "")
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
            line = self._line(review_id, decision.requirement)
            if decision.id in line.ids:
                return
            verdicts = {outcome.id: outcome.verdict for outcome in self._report(line.report).requirements}
            if decision.requirement not in verdicts:
                raise CallError(
                    f"the review has no requirement '{decision.requirement[:80]}'", text="desk-not-understood"
                )
            if line.last != decision.before:
                raise self._changed(review_id, decision.requirement)
            besides = verdicts[decision.requirement] == "not-applicable"
            changed = not_before(decision.when, line.changed)
            self._graphs.update(said.decided(review_id, decision, changed, besides=besides))
            if self._line(review_id, decision.requirement).last != decision.id:
                raise self._changed(review_id, decision.requirement)

    def delete(self, review_id: str, who: str) -> None:
        checked("person's name", who)
        with self._graphs.alone():
            facts = self._facts(review_id)
            try:
                header = header_of(review_id, facts)
            except StoreError:  # what is damaged can be deleted, too; its blobs are swept when the store is opened
                header = Header(review_id, "", "", "", "", "", "", "", "", "")
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
            reviews = [coming(there, self._if_here(there.header, package)) for there in package.reviews()]
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

    def _if_here(self, header: Header, package: Import) -> Review | None:
        """The review as it is here, with its blobs as they were where they had been lost or damaged."""
        try:
            facts = self._facts(header.id)
        except UnknownReviewError:
            return None
        for name in set(blobs_of(header_of(header.id, facts))) & set(blobs_of(header)):
            self._blobs.put(package.blob(name))
        return self.review(header.id)

    def _noted(self, event: Event, header: Header, who: str) -> str:
        entry = TrailEntry(new_id(), event, header.id, header.name, who, now())
        return said.inserted(n.TRAIL, entry_triples(entry))


def _packed(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        raise CallError(
            "the draft's text holds half a character", remedy="save the draft anew", text="error-draft-half-character"
        ) from None
