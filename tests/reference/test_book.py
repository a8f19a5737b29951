"""The whole book: every link leads somewhere, everything known has its place, nothing comes from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from checker.knowledge import load
from checker.knowledge.names import GC, OWL, RDFS, SKOS, TYPE, local
from tests.reference.books import LANGUAGES, ids, links, pages, parsed, unbalanced

NOT_FETCHED = re.compile(r"https?:|//|data:|javascript:", re.IGNORECASE)


def test_every_link_and_anchor_leads_somewhere(book: Path) -> None:
    anchors = {str(file): set(ids(file)) if file.suffix == ".html" else set() for file in book.rglob("*.*")}
    broken = []
    for page in pages(book):
        for _, target in dict.fromkeys(links(page)):
            parts = urlsplit(target)
            file = normpath(page.parent / unquote(parts.path)) if parts.path else str(page)
            if file not in anchors or (parts.fragment and unquote(parts.fragment) not in anchors[file]):
                broken.append(f"{page.relative_to(book)}: {target}")
    assert not broken


def test_nothing_comes_from_elsewhere(book: Path) -> None:
    for page in pages(book):
        assert not [target for _, target in links(page) if NOT_FETCHED.search(target)], page
        policy = parsed(page).css_first("meta[http-equiv]").attributes["content"] or ""
        assert policy.startswith("default-src 'none'; ")
    for style in book.rglob("*.css"):
        assert not re.search(r"@import|url\(|https?:", style.read_text("utf-8"))
    for script in (f for f in book.rglob("*.js") if not f.name.startswith("search-")):
        assert not re.search(r"fetch\(|XMLHttpRequest|import\(|https?:|innerHTML|eval\(", script.read_text("utf-8"))


def test_pages_are_well_formed(book: Path) -> None:
    for page in pages(book / "fr"):
        assert not unbalanced(page), page
    for page in pages(book):
        twice = [name for name, n in Counter(ids(page)).items() if n > 1]
        assert not twice, page


def test_pages_have_language_title_and_one_heading(book: Path) -> None:
    for page in pages(book):
        tree = parsed(page)
        language = page.relative_to(book).parts[0]
        assert tree.root is not None
        assert tree.root.attributes["lang"] == (language if language in LANGUAGES else "en")
        assert len(tree.css("h1")) == 1
        assert tree.css_first("title").text().strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_its_place(book: Path, language: str) -> None:
    known, folder = load(), book / language
    for r in known.requirements.values():
        page = folder / "requirements" / f"{r.id}.html"
        assert parsed(page).css_first("h1").text() == r.title.in_(language)
        assert {c.id for c in r.claims} <= set(ids(page))
        assert f"guidecheck explain {r.id}" in parsed(page).css_first(".command code").text()
    for p in known.provisions.values():
        assert p.id in ids(folder / "documents" / f"{p.document}.html")
    for kind in known.kinds:
        assert (folder / "kinds" / f"{kind}.html").is_file()
    for theme in known.themes:
        rows = parsed(folder / "themes" / f"{theme}.html").css("tbody tr")
        assert len(rows) == sum(r.theme == theme for r in known.requirements.values())
    profiles = parsed(folder / "profiles.html").css(".profile")
    assert len(profiles) == len(known.profiles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_an_anchor_that_is_its_name(book: Path, language: str) -> None:
    index = load().index
    anchors = {name for page in (book / language / "vocabulary").glob("*.html") for name in ids(page)}
    named = [
        s
        for s in index.subjects()
        if s.startswith(GC)
        and (
            (index.has(s, RDFS + "label") and any(t.startswith(OWL) for t in index.keys(s, TYPE)))
            or index.has(s, SKOS + "inScheme")
            or SKOS + "ConceptScheme" in index.keys(s, TYPE)
        )
    ]
    assert len(named) > 2000
    assert not [s for s in named if local(s) not in anchors]


def test_languages_have_the_same_pages(book: Path) -> None:
    english, *others = ([p.relative_to(book / lang) for p in pages(book / lang)] for lang in LANGUAGES)
    assert all(other == english for other in others)


def test_a_requirement_in_full(book: Path) -> None:
    page = (book / "en" / "requirements" / "SOP-09.html").read_text("utf-8")
    known = load()
    r = known.requirements["SOP-09"]
    for text in (r.statement, r.condition, r.near_miss, r.remedy, *(c.sentence for c in r.claims)):
        assert text.in_("en").replace("'", "&#39;") in page
    for provision in r.provisions:
        assert known.provisions[provision].locator in page
    tree = parsed(book / "en" / "requirements" / "SOP-09.html")
    shape, *examples = tree.css("pre.code")
    assert "gcr:SOP-09-decider" in shape.text()
    assert not re.search(r"sh:(name|description|message)|gc:(remedy|nearMiss|conditionText|cue) ", shape.text())
    assert tree.css_first(".example code").text() == "SOP-09-pass.ttl"
    assert len(examples) == len(tree.css(".example")) >= 3


def test_the_picture_says_what_it_shows(book: Path) -> None:
    for language in LANGUAGES:
        tree = parsed(book / language / "vocabulary" / "index.html")
        said = tree.css_first("svg desc").text()
        shown = {node.text() for node in tree.css("svg text")}
        for kind in load().kinds.values():
            assert kind.label.in_(language) in said
        assert str(len(load().requirements)) in " ".join(shown)


def test_numbers_on_the_first_page(book: Path) -> None:
    numbers = [node.text() for node in parsed(book / "en" / "index.html").css(".numbers b")]
    known = load()
    assert numbers[:4] == [f"{len(x):,}" for x in (known.requirements, known.provisions, known.documents, known.kinds)]
