"""Books to look at: how a small one is made, and what stands in a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from checker.knowledge.load import Knowledge, read
from checker.places import ONTOLOGY, SHAPES
from checker.reference import write_book

LANGUAGES = ("en", "es", "fr")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_OPTIONAL = frozenset(("path", "rect", "line", "circle", "use"))


def small_files(*own: Path) -> tuple[Path, ...]:
    """The plain ontology and one theme, and files of one's own."""
    theme = (ONTOLOGY / "elements" / "referral.ttl", SHAPES / "referral.ttl")
    return (*sorted(ONTOLOGY.glob("*.ttl")), *sorted((ONTOLOGY / "provisions").glob("*.ttl")), *theme, *own)


def small_book(folder: Path, *own: Path, examples: Path = Path("nowhere")) -> Knowledge:
    """Writes a book that takes a second or two."""
    files = small_files(*own)
    knowledge = read(files)
    write_book(folder, knowledge, files, examples)
    return knowledge


def pages(book: Path) -> Iterator[Path]:
    return iter(sorted(book.rglob("*.html")))


@cache
def parsed(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text("utf-8"))


@cache
def ids(page: Path) -> list[str]:
    return [node.attributes["id"] or "" for node in parsed(page).css("[id]")]


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Every attribute of a page that names another file, with the name of the element."""
    for node in parsed(page).css("[href], [src], [action], [data-index]"):
        for name in ("href", "src", "action", "data-index"):
            if (value := node.attributes.get(name)) is not None:
                yield node.tag, value


class Balance(HTMLParser):
    """Says which tags of a page are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"<{tag}> with an attribute twice")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _OPTIONAL:
            self.wrong.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def unbalanced(page: Path) -> list[str]:
    balance = Balance()
    balance.feed(page.read_text("utf-8"))
    balance.close()
    return balance.wrong + balance.open
