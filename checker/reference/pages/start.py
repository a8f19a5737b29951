"""The first page, the list of all requirements, profiles, and shapes beyond SHACL Core."""

from __future__ import annotations

from collections.abc import Iterator

from checker.reference import addresses
from checker.reference.book import Book
from checker.reference.rendering import Page
from checker.reports.texts import Wording


def start_pages(book: Book, t: Wording) -> Iterator[Page]:
    known = book.knowledge
    numbers = (
        ("ref-n-requirements", len(known.requirements), addresses.REQUIREMENTS),
        ("ref-n-provisions", len(known.provisions), addresses.DOCUMENTS),
        ("ref-n-documents", len(known.documents), addresses.DOCUMENTS),
        ("ref-n-kinds", len(known.kinds), addresses.KINDS),
        ("ref-n-terms", len(book.vocabulary.terms), addresses.VOCABULARY),
    )
    yield Page(addresses.START, "start.html.j2", t("ref-title"), "start", {"numbers": numbers})
    rows = {"rows": book.requirements}
    yield Page(addresses.REQUIREMENTS, "all.html.j2", t("ref-all-requirements"), "requirements", rows)
    yield Page(addresses.PROFILES, "profiles.html.j2", t("ref-profiles"), "profiles")
    yield Page(addresses.SPARQL, "sparql.html.j2", t("ref-sparql"), "sparql")
