"""The terms of the ontology: classes, properties, concept schemes and concepts that have a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.knowledge.claims import text
from checker.knowledge.index import Index
from checker.knowledge.model import Text
from checker.knowledge.names import DCTERMS, GC, OWL, PROF, RDFS, SKOS, TYPE, local

TermKind = Literal["class", "property", "scheme", "concept"]

_PROPERTIES = tuple(OWL + f"{kind}Property" for kind in ("Object", "Datatype", "Annotation"))
_NOT_CONCEPTS = frozenset(
    (GC + "InterfaceText", GC + "Requirement", GC + "Provision", GC + "GuidanceDocument", PROF + "Profile")
)


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the vocabulary. ``above`` are superclasses, superproperties or broader concepts."""

    iri: str
    kind: TermKind
    label: Text
    definition: Text
    other_names: Mapping[str, tuple[str, ...]]
    above: tuple[str, ...]
    types: tuple[str, ...]
    scheme: str
    source: str
    notation: str

    @property
    def name(self) -> str:
        return local(self.iri)


def read_terms(index: Index) -> dict[str, Term]:
    """Every term that has a label, by IRI, in the order of the local names."""
    found = dict(sorted(_labelled(index), key=lambda pair: (local(pair[0]).lower(), pair[0])))
    return {iri: _term(index, iri, kind) for iri, kind in found.items()}


def _labelled(index: Index) -> Iterator[tuple[str, TermKind]]:
    for iri in index.subjects():
        if iri.startswith("_:"):
            continue
        types = set(index.keys(iri, TYPE))
        if index.has(iri, RDFS + "label"):
            if OWL + "Class" in types:
                yield iri, "class"
            elif types & set(_PROPERTIES):
                yield iri, "property"
        elif index.has(iri, SKOS + "prefLabel") and not types & _NOT_CONCEPTS:
            yield iri, "scheme" if SKOS + "ConceptScheme" in types else "concept"


def _term(index: Index, iri: str, kind: TermKind) -> Term:
    others: dict[str, list[str]] = {}
    for lit in index.literals(iri, SKOS + "altLabel"):
        others.setdefault(lit.language or "en", []).append(lit.value)
    links = {"class": RDFS + "subClassOf", "property": RDFS + "subPropertyOf"}.get(kind, SKOS + "broader")
    return Term(
        iri=iri,
        kind=kind,
        label=text(index, iri, RDFS + "label" if kind in ("class", "property") else SKOS + "prefLabel"),
        definition=text(index, iri, SKOS + "definition"),
        other_names={language: tuple(sorted(names)) for language, names in others.items()},
        above=tuple(sorted({up for up in index.keys(iri, links) if not up.startswith("_:")})),
        types=tuple(sorted(set(index.keys(iri, TYPE)))),
        scheme=next(iter(sorted(index.keys(iri, SKOS + "inScheme"))), ""),
        source=index.literal(iri, DCTERMS + "source"),
        notation=index.literal(iri, SKOS + "notation"),
    )
