"""The terms there are, and which of them somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from checker.knowledge import Knowledge
from checker.knowledge.names import DCTERMS, GC, GCP, GCR, OA, OWL, PROF, RDF, RDFS, SH, SKOS, TYPE, XSD, local

OURS = (GC, GCR, GCP)
_PROV, _ORG, _FOAF = "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/org#", "http://xmlns.com/foaf/0.1/"
_KNOWN_SPACES = (*OURS, DCTERMS, OA, OWL, PROF, RDF, RDFS, SH, SKOS, XSD, _PROV, _ORG, _FOAF)
_PREFIXES = {GC: "gc:", GCR: "gcr:", GCP: "gcp:", DCTERMS: "dcterms:", SKOS: "skos:", RDF: "rdf:", RDFS: "rdfs:"}
_PROPERTY = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
_CLASS = ("Class",)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """IRIs of our own namespaces: ``terms`` are all of them."""

    classes: frozenset[str]
    properties: frozenset[str]
    terms: frozenset[str]
    spaces: frozenset[str]
    """Namespaces that the ontology uses, and others that are well known."""


def vocabulary(knowledge: Knowledge) -> Vocabulary:
    return knowledge.shelf.take("vocabulary", Vocabulary, lambda: _vocabulary(knowledge))


def _vocabulary(knowledge: Knowledge) -> Vocabulary:
    index = knowledge.index

    def of_types(names: Iterable[str]) -> frozenset[str]:
        return frozenset(s for name in names for s in index.of_type(OWL + name) if s.startswith(OURS))

    used = map(space, {p for s in index.subjects() for p, _ in index.predicates(s)})
    return Vocabulary(
        classes=of_types(_CLASS),
        properties=of_types(_PROPERTY),
        terms=frozenset(s for s in index.subjects() if s.startswith(OURS)),
        spaces=frozenset({*_KNOWN_SPACES, *used, space(TYPE)}),
    )


def space(iri: str) -> str:
    """The namespace of a term: up to its last ``#`` or ``/``."""
    return iri[: len(iri) - len(local(iri))]


def short(iri: str) -> str:
    """A term as people write it."""
    prefix = _PREFIXES.get(space(iri))
    return prefix + local(iri) if prefix else iri


def near_term(iri: str, known: Iterable[str]) -> str:
    """The known term most like this one, or nothing."""
    names = {local(k).lower(): k for k in sorted(known)}
    close = get_close_matches(local(iri).lower(), names, 1, 0.7)
    return names[close[0]] if close else ""


def near_space(unknown: str, known: Iterable[str]) -> str:
    """The known namespace that somebody may have meant, or nothing."""
    bare = {_bare(k): k for k in sorted(known)}
    close = get_close_matches(_bare(unknown), bare, 1, 0.88)
    return bare[close[0]] if close else ""


def _bare(namespace: str) -> str:
    return namespace.lower().partition("://")[2].removeprefix("www.").rstrip("#/")
