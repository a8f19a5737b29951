"""The index of the search: a script a language, read when somebody first searches."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.reference.book import Book
from checker.reports.display import one_line

Entry = tuple[str, str, str, str, str]
"""What it is (r, p, t), its address inside the language's folder, its id, its title, more words to find it by."""


def search_index(book: Book, language: str) -> str:
    """A script that hands its entries to the page; it also runs where pages are opened from a disk."""
    entries = json.dumps(list(_entries(book, language)), ensure_ascii=False, separators=(",", ":"))
    safe = entries.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.guidecheckIndex={safe};\n"


def _entries(book: Book, language: str) -> Iterator[Entry]:
    places = book.addresses
    for r in book.requirements:
        claims = " ".join(c.name.in_(language) for c in r.claims)
        yield _entry(
            "r", places.requirements[r.id], r.id, r.title.in_(language), f"{r.statement.in_(language)} {claims}"
        )
    for iri, term in book.vocabulary.terms.items():
        more = " ".join((*term.other_names.get(language, ()), term.definition.in_(language)))
        yield _entry("t", places.terms[iri], term.name, term.label.in_(language), more)
    for document, provisions in book.provisions.items():
        for p in provisions:
            where = f"{book.knowledge.documents[document].short}, {p.locator}"
            yield _entry("p", places.provisions[p.id], p.id, p.statement.in_(language), where)


def _entry(what: str, address: str, name: str, title: str, more: str) -> Entry:
    return what, address, one_line(name), one_line(title), one_line(more)
