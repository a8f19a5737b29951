"""Looking through a store finds every statement and every file that is not as it was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.desk import Desk
from checker.reviews.kept import KeptReviews
from checker.reviews.model import Header
from checker.reviews.store import StoreError
from tests.reviews.desks import ANA, FOUND, new


@pytest.fixture
def header(store: KeptReviews) -> Header:
    desk = Desk(store, ANA)
    review = desk.add(new()).id
    first = desk.correct(review, "SOP-03", None, "met", "Annex B")
    desk.choose_passages(review, "SOP-03", first.id, [FOUND])
    return store.review(review).header


def blob_file(store: KeptReviews, name: str) -> Path:
    return store._blobs._file(name)


def test_any_statement_that_is_taken_away_is_missed(store: KeptReviews, header: Header) -> None:
    graph = NamedNode(header.id)
    triples = store._triples(header.id)
    assert len(triples) > 60
    for triple in triples:
        store._graphs.update(f"DELETE DATA {{ GRAPH {graph} {{ {triple} }} }}")
        assert store.verify() != (), triple
        store._graphs.update(said.inserted(graph, [triple]))
    assert store.verify() == ()


def added(text: str) -> Callable[[KeptReviews, Header], None]:
    return lambda store, header: store._graphs.update(f"INSERT DATA {{ GRAPH <{header.id}> {{ {text} }} }}")


HARMS = {
    "a missing file": (lambda s, h: blob_file(s, h.draft).unlink(), "is missing"),
    "a changed file": (lambda s, h: blob_file(s, h.document).write_bytes(b"{}"), "is damaged"),
    "a foreign statement": (added("<urn:x> <urn:y> 1"), "1 that belong to nothing"),
    "a half decision": (added(f"<urn:x> a {n.ACTIVITY}"), "not whole"),
    "a lost review": (
        lambda s, h: s._graphs.update(f"INSERT DATA {{ GRAPH <urn:uuid:x> {{ <urn:x> {n.ACT} <urn:y> }} }}"),
        "not whole",
    ),
    "another time": (
        lambda s, h: s._graphs.update(
            said.exchanged(
                NamedNode(h.id),
                [t for t in s._triples(h.id) if t.predicate == n.CREATED],
                [Triple(NamedNode(h.id), n.CREATED, Literal("yesterday"))],
            )
        ),
        "not whole",
    ),
}


def test_lost_and_changed_files_come_back_from_a_backup(store: KeptReviews, header: Header) -> None:
    data = store.export([header.id], "Ana")
    blob_file(store, header.report).write_bytes(b"changed")
    blob_file(store, header.draft).unlink()
    assert len(store.verify()) == 2
    store.import_(data, "Ana")
    assert store.verify() == ()


def test_a_damaged_review_can_be_deleted_and_brought_back(store: KeptReviews, header: Header) -> None:
    data, before = store.export([header.id], "Ana"), store.review(header.id)
    store._graphs.update(f"DELETE WHERE {{ GRAPH <{header.id}> {{ ?s {n.TITLE} ?o }} }}")
    with pytest.raises(StoreError, match="not whole"):
        store.review(header.id)
    store.delete(header.id, "Ana")
    assert store.headers() == () and store.trail(header.id)[-1].event == "deleted"
    store.import_(data, "Ana")
    assert store.review(header.id) == before
    assert store.verify() == ()


@pytest.mark.parametrize(("harm", "line"), HARMS.values(), ids=HARMS)
def test_harm_is_said(
    store: KeptReviews, header: Header, harm: Callable[[KeptReviews, Header], None], line: str
) -> None:
    harm(store, header)
    (said_of_it,) = store.verify()
    assert line in said_of_it and "\n" not in said_of_it


def test_a_trail_that_is_not_whole_is_said(store: KeptReviews, header: Header) -> None:
    store._graphs.update(f"DELETE WHERE {{ GRAPH {n.TRAIL} {{ ?s {n.TITLE} ?o }} }}")
    assert store.verify() == ("the trail is not whole",)
