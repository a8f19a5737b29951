"""Themes and requirements."""

from __future__ import annotations

from collections.abc import Iterator

from checker.knowledge.model import Requirement
from checker.reference import addresses
from checker.reference.book import Book
from checker.reference.rendering import Page
from checker.reports.texts import Wording
from checker.verdict_words import verdict_words


def requirement_pages(book: Book, t: Wording, language: str) -> Iterator[Page]:
    themes = list(book.knowledge.themes.values())
    yield Page(addresses.THEMES, "themes.html.j2", t("ref-themes"), "themes")
    for number, theme in enumerate(themes):
        context = {
            "theme": theme,
            "rows": book.by_theme.get(theme.id, ()),
            "before": themes[number - 1] if number else None,
            "after": themes[number + 1] if number + 1 < len(themes) else None,
        }
        label = theme.label.in_(language)
        yield Page(book.addresses.themes[theme.id], "theme.html.j2", label, "themes", context)
    for rows in book.by_theme.values():
        for number, requirement in enumerate(rows):
            before = rows[number - 1] if number else None
            after = rows[number + 1] if number + 1 < len(rows) else None
            yield _page(book, t, language, requirement, before, after)


def _page(
    book: Book, t: Wording, language: str, r: Requirement, before: Requirement | None, after: Requirement | None
) -> Page:
    known = book.knowledge
    context = {
        "r": r,
        "before": before,
        "after": after,
        "theme": known.themes.get(r.theme),
        "when": verdict_words(r, t, language),
        "provisions": [known.provisions[p] for p in r.provisions if p in known.provisions],
        "related": [known.requirements[x] for x in r.related if x in known.requirements],
        "profiles": [p for p in known.profiles.values() if r.id in p.requirements],
        "shape": book.shapes.get(r.id, ""),
        "examples": book.examples.get(r.id, ()),
        "passages": [p for p in known.passages.get(r.id, ()) if p.language == language],
        "claim_names": {name: c.name for c in r.claims for name in (c.id, c.iri)},
    }
    title = f"{r.id} {r.title.in_(language)}"
    return Page(book.addresses.requirements[r.id], "requirement.html.j2", title, "themes", context)
