"""The book's files: which folder they may go to, and what they are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checker.errors import CallError, writing
from checker.knowledge import Knowledge
from checker.places import knowledge_files
from checker.reference.book import Book, make_book
from checker.reference.examples import EXAMPLES
from checker.reference.pages import all_pages
from checker.reference.rendering import TEMPLATES, environment, render
from checker.reference.searching import search_index
from checker.reports.formats.html import TEMPLATES as REPORT_TEMPLATES

MARKER = ".guidecheck-book"
_STYLES = (REPORT_TEMPLATES / "base.css", *(TEMPLATES / f"{n}.css" for n in ("frame", "text", "terms", "paper")))
_SCRIPTS = ("book.js", "search.js", "start.js")


@dataclass(frozen=True, slots=True)
class Written:
    folder: Path
    pages: int


def write_book(
    folder: Path, knowledge: Knowledge, files: tuple[Path, ...] | None = None, examples: Path = EXAMPLES
) -> Written:
    """Writes the book into a folder that is empty, missing or holds an earlier book, which it replaces.

    ``files`` are those the knowledge was read from. The same knowledge gives the same bytes. Raises CallError where
    the folder cannot be had.
    """
    _check(folder)
    book = make_book(knowledge, knowledge_files() if files is None else files, examples)
    with writing("the book", folder, "name another folder"):
        _clear(folder)
        (folder / MARKER).write_text(f"{knowledge.digest}\n", encoding="utf-8")
        pages = 0
        for path, content in _files(book):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="\n")
            pages += file.suffix == ".html"
    return Written(folder, pages)


def _check(folder: Path) -> None:
    try:
        if not folder.exists() or (folder / MARKER).is_file() or not any(folder.iterdir()):
            return
    except OSError as error:
        raise CallError("is not a folder that can be written", where=str(folder), remedy="name another") from error
    raise CallError(
        "the folder is not empty and holds no earlier book", where=str(folder), remedy="name a new or empty folder"
    )


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def _files(book: Book) -> Iterator[tuple[str, str]]:
    yield "assets/book.css", "".join(style.read_text("utf-8") for style in _STYLES)
    for script in _SCRIPTS:
        yield f"assets/{script}", (TEMPLATES / script).read_text("utf-8")
    for language in book.languages:
        made = environment(book, language)
        yield f"assets/search-{language}.js", search_index(book, language)
        for page in all_pages(book, language):
            yield f"{language}/{page.path}", render(page, made)
    made = environment(book, "en")
    yield "index.html", made.get_template("languages.html.j2").render()
