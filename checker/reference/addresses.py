"""Where everything stands in the book: paths inside a language's folder, the same in every language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from checker.knowledge import Knowledge
from checker.knowledge.names import local
from checker.reference.vocabulary import Vocabulary

START = "index.html"
REQUIREMENTS = "requirements/index.html"
THEMES = "themes/index.html"
KINDS = "kinds/index.html"
DOCUMENTS = "documents/index.html"
VOCABULARY = "vocabulary/index.html"
PROFILES = "profiles.html"
SPARQL = "sparql.html"

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
_RESERVED = frozenset(("index", "main", "search", "results", "said", "con", "prn", "aux", "nul"))


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths by id (requirements, themes, kinds, documents, provisions) or IRI (terms, claims); anchors by the same."""

    requirements: Mapping[str, str]
    themes: Mapping[str, str]
    kinds: Mapping[str, str]
    documents: Mapping[str, str]
    provisions: Mapping[str, str]
    terms: Mapping[str, str]
    anchors: Mapping[str, str]

    def anchor(self, thing: str) -> str:
        """The id of a provision, claim or term on its page."""
        return self.anchors[thing]


def addresses(knowledge: Knowledge, vocabulary: Vocabulary) -> Addresses:
    """An address for each thing; no two share one, whatever they are called."""
    documents = _pages("documents", knowledge.documents)
    provision_anchors = _names(knowledge.provisions)
    term_anchors = _names(vocabulary.terms, local)
    claims = {c.iri: c.id for r in knowledge.requirements.values() for c in r.claims}
    return Addresses(
        requirements=_pages("requirements", knowledge.requirements),
        themes=_pages("themes", knowledge.themes),
        kinds=_pages("kinds", knowledge.kinds),
        documents=documents,
        provisions={
            p.id: f"{documents[p.document]}#{provision_anchors[p.id]}"
            for p in knowledge.provisions.values()
            if p.document in documents
        },
        terms={
            iri: f"vocabulary/{page.name}.html#{term_anchors[iri]}" for page in vocabulary.pages for iri in page.terms
        },
        anchors={**provision_anchors, **term_anchors, **_names(claims, lambda iri: claims[iri])},
    )


def requirement_page(knowledge: Knowledge, requirement: str) -> str:
    """Where a requirement stands, inside a language's folder."""
    return _pages("requirements", knowledge.requirements)[requirement]


def _pages(folder: str, ids: Iterable[str]) -> dict[str, str]:
    """Names of files differ by more than case, which some disks do not tell apart."""
    return {thing: f"{folder}/{name}.html" for thing, name in _names(ids, fold=str.lower).items()}


def _names(ids: Iterable[str], called: Callable[[str], str] = str, fold: Callable[[str], str] = str) -> dict[str, str]:
    """A name for files and anchors: the id itself where it is plain and nothing else has it."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for thing in ids:
        wanted = called(thing)
        fits = len(wanted) <= 120 and _PLAIN.fullmatch(wanted)
        free = wanted.lower() not in _RESERVED and fold(wanted) not in taken
        names[thing] = wanted if fits and free else "x-" + hashlib.sha256(thing.encode()).hexdigest()[:16]
        taken.add(fold(names[thing]))
    return names
