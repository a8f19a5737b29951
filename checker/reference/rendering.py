"""Pages to HTML: one environment a language, with the words, the addresses and a few filters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from checker import __version__
from checker.folding import fold
from checker.knowledge.model import Text
from checker.reference.book import Book
from checker.report import STRENGTHS
from checker.reports import display, templating
from checker.reports.formats.html import TEMPLATES as REPORT_TEMPLATES
from checker.reports.texts import Wording

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Page:
    """``path`` is inside the language's folder; ``section`` is the entry of the menu that it belongs to."""

    path: str
    template: str
    title: str
    section: str = ""
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """From the page to the language's folder."""
        return "../" * self.path.count("/")


def environment(book: Book, language: str) -> Environment:
    """Everything that comes from the knowledge is escaped and stays text."""
    made = templating.environment(TEMPLATES, REPORT_TEMPLATES)
    t = Wording(book.knowledge.interface_texts(language))

    def said(text: Text) -> str:
        """The text in the page's language; marked as English where it is lacking there."""
        own = text.by_language.get(language)
        return own if own else Markup('<span lang="en">{}</span>').format(display.visible(text.in_(language)))

    def number(n: int) -> str:
        return f"{n:,}".replace(",", t("ref-thousands"))

    def by_label(iris: Iterable[str]) -> list[str]:
        return sorted(iris, key=lambda iri: (fold(book.vocabulary.terms[iri].label.in_(language)), iri))

    made.filters.update(said=said, number=number, by_label=by_label)
    names = {tag: book.knowledge.interface_texts(tag).get(f"language-{tag}", tag) for tag in book.languages}
    made.globals.update(
        b=book, k=book.knowledge, a=book.addresses, t=t, lang=language, STRENGTHS=STRENGTHS, version=__version__
    )
    made.globals.update(kinds_by_iri={kind.iri: kind.id for kind in book.knowledge.kinds.values()})
    made.globals.update(language_names={tag: name[:1].upper() + name[1:] for tag, name in names.items()})
    return made


def render(page: Page, made: Environment) -> str:
    return made.get_template(page.template).render(page.context, page=page, root=page.root)
