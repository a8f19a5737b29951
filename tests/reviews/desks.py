"""A store with a review in it, and people at their desks."""

from __future__ import annotations

from pathlib import Path

from checker.readers import Document, Passage
from checker.report import Evidence, InputReport, RequirementOutcome
from checker.reviews.desk import Desk, Person
from checker.reviews.model import Header
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview, Store

TEXT = "We ask for consent."
DOCUMENT = Document("sop.txt", "0", "txt", TEXT, (Passage(TEXT, ("Data",), None, 0, 0, len(TEXT)),))
FOUND = Evidence(TEXT, 2, ("Data", "Consent"), 0, len(TEXT), 0.1 + 0.2, ("SOP-01.a",))
ANA, BEN, EVE = Person("Ana", "administrator"), Person("Ben", "reviewer"), Person("Eve", "reader")


def outcome(requirement: str, verdict: str) -> RequirementOutcome:
    return RequirementOutcome(
        requirement, "data", "Data", "Title", "Statement", "must", verdict, 0.4, True, (FOUND,), (), (), "Add it"
    )  # fmt: skip


REPORT = InputReport(
    "sop.txt", "0", "sop", "SOP", "en", 3,
    (outcome("SOP-01", "not-stated"), outcome("SOP-02", "met"), outcome("SOP-03", "not-applicable")),
)  # fmt: skip


def new(name: str = "sop.txt", draft: bytes = b"We ask for consent.", **said: object) -> NewReview:
    return NewReview(**{"name": name, "draft": draft, "document": DOCUMENT, "report": REPORT, "profile": "everything",
                        "who": "Ana", **said})  # fmt: skip


def desk_at(folder: Path, person: Person = ANA) -> Desk:
    return Desk(open_store(folder), person)


def with_review(store: Store) -> Header:
    return store.add(new())
