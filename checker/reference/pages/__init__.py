"""Every page of the book in one language."""

from __future__ import annotations

from collections.abc import Iterator

from checker.reference.book import Book
from checker.reference.pages.guidance import guidance_pages
from checker.reference.pages.requirements import requirement_pages
from checker.reference.pages.start import start_pages
from checker.reference.pages.terms import term_pages
from checker.reference.rendering import Page
from checker.reports.texts import Wording


def all_pages(book: Book, language: str) -> Iterator[Page]:
    t = Wording(book.knowledge.interface_texts(language))
    yield from start_pages(book, t)
    yield from requirement_pages(book, t, language)
    yield from guidance_pages(book, t, language)
    yield from term_pages(book, t, language)
