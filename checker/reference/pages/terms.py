"""The vocabulary: the picture, and pages of classes, properties and schemes."""

from __future__ import annotations

from collections.abc import Iterator

from checker.reference import addresses
from checker.reference.book import Book
from checker.reference.picture import picture
from checker.reference.rendering import Page
from checker.reference.vocabulary import PARTS, VocabularyPage
from checker.reports.texts import Wording


def term_pages(book: Book, t: Wording, language: str) -> Iterator[Page]:
    pages = book.vocabulary.pages
    titles = {page.name: _title(book, page, t, language) for page in pages}
    parts = [(part, [p for p in pages if p.part == part]) for part in PARTS]
    contents = {"titles": titles, "parts": [(part, listed) for part, listed in parts if listed]}
    schemes = [term.iri for term in book.vocabulary.terms.values() if term.kind == "scheme"]
    drawn = {"picture": picture(book, t, language), "schemes": schemes, **contents}
    yield Page(addresses.VOCABULARY, "vocabulary.html.j2", t("ref-vocabulary"), "vocabulary", drawn)
    for number, page in enumerate(pages):
        context = {
            "vp": page,
            "groups": _groups(book, page) if page.part == "schemes" else (),
            "cues": book.knowledge.lexicon_of(language).cues,
            "before": pages[number - 1] if number else None,
            "after": pages[number + 1] if number + 1 < len(pages) else None,
            **contents,
        }
        yield Page(f"vocabulary/{page.name}.html", "terms.html.j2", titles[page.name], "vocabulary", context)


def _title(book: Book, page: VocabularyPage, t: Wording, language: str) -> str:
    """The part, and the family or the first and last name where it has several pages."""
    terms = book.vocabulary.terms
    title = t(f"ref-part-{page.part}")
    if page.family:
        return t("ref-titled", part=title, name=terms[page.family].label.in_(language))
    if page.name == page.part:
        return title
    names = [iri for iri, depth in page.terms.items() if depth <= (page.part == "statements")]
    tops = [n for n in names if page.part != "statements" or page.terms[n]] or names
    return t("ref-titled", part=title, name=f"{terms[tops[0]].name} – {terms[tops[-1]].name}")


def _groups(book: Book, page: VocabularyPage) -> list[tuple[str, list[str]]]:
    """Schemes with their concepts; concepts of no scheme stand last, under an empty string."""
    found: list[tuple[str, list[str]]] = []
    for iri in page.terms:
        term = book.vocabulary.terms[iri]
        if term.kind == "scheme":
            found.append((iri, []))
        elif found and (term.scheme in book.vocabulary.terms or not found[-1][0]):
            found[-1][1].append(iri)
        else:
            found.append(("", [iri]))
    return found
