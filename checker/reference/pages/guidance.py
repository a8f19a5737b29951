"""Kinds of draft with what they are asked, and guidance documents with their provisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.knowledge.model import GuidanceDocument, Provision
from checker.knowledge.names import DCTERMS, GC
from checker.reference import addresses
from checker.reference.book import Book
from checker.reference.rendering import Page
from checker.report import STRENGTHS
from checker.reports.texts import Wording


@dataclass(frozen=True, slots=True)
class Group:
    """Provisions of one part of a document: ``heading`` are the one or two places that most of them name."""

    anchor: str
    heading: str
    provisions: tuple[Provision, ...]


def guidance_pages(book: Book, t: Wording, language: str) -> Iterator[Page]:
    yield Page(addresses.KINDS, "kinds.html.j2", t("ref-kinds"), "kinds")
    for kind in book.knowledge.kinds.values():
        rows = book.by_kind.get(kind.id, ())
        asked = [
            (theme, [r for r in rows if r.theme == theme.id])
            for theme in book.knowledge.themes.values()
            if any(r.theme == theme.id for r in rows)
        ]
        totals = {s: sum(r.strength == s for r in rows) for s in STRENGTHS}
        context = {"kind": kind, "rows": rows, "asked": asked, "totals": totals}
        yield Page(book.addresses.kinds[kind.id], "kind.html.j2", kind.label.in_(language), "kinds", context)
    yield Page(addresses.DOCUMENTS, "documents.html.j2", t("ref-documents"), "documents")
    for document in book.knowledge.documents.values():
        yield _document(book, language, document)


def _document(book: Book, language: str, document: GuidanceDocument) -> Page:
    provisions = book.provisions[document.id]
    context = {
        "document": document,
        "groups": _groups(provisions),
        "provisions": provisions,
        "facts": _facts(book, document),
        "resting": len({r.id for p in provisions for r in book.by_provision.get(p.id, ())}),
    }
    title = document.title.in_(language)
    return Page(book.addresses.documents[document.id], "document.html.j2", title, "documents", context)


def _facts(book: Book, document: GuidanceDocument) -> tuple[str, str]:
    """Who published it and when; empty where the knowledge does not say."""
    index, iri = book.knowledge.index, GC + document.id
    return index.literal(iri, DCTERMS + "publisher"), index.literal(iri, DCTERMS + "issued")


def _groups(provisions: tuple[Provision, ...]) -> tuple[Group, ...]:
    """Provisions whose ids differ in their last number stand together."""
    found: dict[str, list[Provision]] = {}
    for p in provisions:
        found.setdefault(p.id.rpartition("-")[0], []).append(p)
    return tuple(Group(f"part:{n}", _heading(ps), tuple(ps)) for n, ps in enumerate(found.values(), start=1))


def _heading(provisions: list[Provision]) -> str:
    places = Counter(p.locator.split(";")[0].split(",")[0].strip() for p in provisions)
    main = [place for place, times in places.items() if place and times * 5 >= len(provisions)]
    return " · ".join(sorted(main, key=lambda place: -places[place])[:2])
