"""All that the pages show, worked out once for every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from checker.knowledge import Knowledge
from checker.knowledge.model import Provision, Requirement
from checker.knowledge.sparql import NeedsSparql, shapes_with_sparql
from checker.reference.addresses import Addresses, addresses
from checker.reference.examples import Example, read_examples
from checker.reference.sources import Link, shapes_in_files
from checker.reference.terms import read_terms
from checker.reference.uses import Uses, read_uses
from checker.reference.vocabulary import Vocabulary
from checker.reports.counts import natural


@dataclass(frozen=True, slots=True)
class Book:
    """``by_...`` are requirements in the order of the book: by theme, then by id."""

    knowledge: Knowledge
    languages: tuple[str, ...]
    vocabulary: Vocabulary
    addresses: Addresses
    uses: Uses
    shapes: Mapping[str, Markup]
    examples: Mapping[str, tuple[Example, ...]]
    requirements: tuple[Requirement, ...]
    by_theme: Mapping[str, tuple[Requirement, ...]]
    by_kind: Mapping[str, tuple[Requirement, ...]]
    by_provision: Mapping[str, tuple[Requirement, ...]]
    provisions: Mapping[str, tuple[Provision, ...]]
    """By document, in the order of their places there."""
    needs_sparql: tuple[NeedsSparql, ...]


def make_book(knowledge: Knowledge, files: Iterable[Path], examples: Path) -> Book:
    """Reads what the pages need beside the knowledge: the files it came from, and the examples of its shapes."""
    vocabulary = Vocabulary(read_terms(knowledge.index))
    places = addresses(knowledge, vocabulary)
    link = _links(knowledge, places)
    themes = list(knowledge.themes)
    requirements = tuple(
        sorted(
            knowledge.requirements.values(),
            key=lambda r: (themes.index(r.theme) if r.theme in themes else len(themes), natural(r.id)),
        )
    )
    return Book(
        knowledge=knowledge,
        languages=tuple(knowledge.languages),
        vocabulary=vocabulary,
        addresses=places,
        uses=read_uses(knowledge, vocabulary.terms.keys(), [r.id for r in requirements]),
        shapes=shapes_in_files(knowledge, files, link),
        examples=read_examples(examples, knowledge, link),
        requirements=requirements,
        by_theme=_grouped((theme, r) for r in requirements for theme in (r.theme,)),
        by_kind=_grouped((kind, r) for r in requirements for kind in r.kinds),
        by_provision=_grouped((provision, r) for r in requirements for provision in r.provisions),
        provisions=_by_document(knowledge),
        needs_sparql=shapes_with_sparql(knowledge.index, requirements),
    )


def _grouped(pairs: Iterable[tuple[str, Requirement]]) -> dict[str, tuple[Requirement, ...]]:
    found: dict[str, list[Requirement]] = {}
    for group, requirement in pairs:
        found.setdefault(group, []).append(requirement)
    return {group: tuple(members) for group, members in found.items()}


def _by_document(knowledge: Knowledge) -> dict[str, tuple[Provision, ...]]:
    found: dict[str, list[Provision]] = {document: [] for document in knowledge.documents}
    for provision in sorted(knowledge.provisions.values(), key=lambda p: natural(p.id)):
        if provision.document in found:
            found[provision.document].append(provision)
    return {document: tuple(provisions) for document, provisions in found.items()}


def _links(knowledge: Knowledge, places: Addresses) -> Link:
    """Turtle is shown on the pages of requirements, one folder down: claims stand there, all else elsewhere."""
    targets = {iri: f"../{path}" for iri, path in places.terms.items()}
    provisions = {iri: iri.rsplit("/", 1)[-1] for iri in knowledge.index.subjects() if "/provision/" in iri}
    targets |= {iri: f"../{places.provisions[p]}" for iri, p in provisions.items() if p in places.provisions}
    targets |= {r.iri: f"../{places.requirements[r.id]}" for r in knowledge.requirements.values()}
    for r in knowledge.requirements.values():
        targets |= {c.iri: f"../{places.requirements[r.id]}#{places.anchors[c.iri]}" for c in r.claims}
    return lambda iri: targets.get(iri, "")
