"""What of the ontology a reasoner reasons with: annotations mean nothing to it, and likes of one another count once."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox

from checker.knowledge.names import OWL, RDFS, SH, TYPE
from checker.places import ONTOLOGY

# Annotations that OWL itself declares, and what files that are read in a browser say for it.
OF_OWL = {RDFS + "label", RDFS + "comment", RDFS + "isDefinedBy", RDFS + "seeAlso", OWL + "versionInfo"}


def all_triples() -> list[ox.Triple]:
    return [
        q.triple
        for f in sorted(ONTOLOGY.rglob("*.ttl"))
        for q in ox.parse(path=f)
        if not q.predicate.value.startswith(SH)
    ]


def logical(triples: list[ox.Triple]) -> list[ox.Triple]:
    """Consistent if and only if the triples are: without annotations, and with one for all individuals of the same
    classes of which nothing else is said."""
    annotations = OF_OWL | {t.subject.value for t in triples if is_declaration(t) and t.object.value == ANNOTATION}
    kept = [t for t in triples if t.predicate.value not in annotations]
    related = {term for t in kept if t.predicate.value != TYPE for term in (t.subject, t.object)}
    classes: dict[ox.NamedNode | ox.BlankNode, list[str]] = defaultdict(list)
    for triple in kept:
        if triple.subject not in related and not is_declaration(triple):
            classes[triple.subject].append(triple.object.value)
    first = {tuple(sorted(set(names))): subject for subject, names in reversed(classes.items())}
    alone = set(first.values())
    return [t for t in kept if t.subject not in classes or t.subject in alone]


ANNOTATION = OWL + "AnnotationProperty"


def is_declaration(triple: ox.Triple) -> bool:
    return triple.predicate.value == TYPE and triple.object.value.startswith(OWL)
