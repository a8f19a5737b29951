"""What terms are called."""

from __future__ import annotations

from checker.knowledge.index import Index
from checker.knowledge.names import RDFS, SKOS


def read_labels(index: Index) -> dict[str, dict[str, str]]:
    """By IRI and language, "" where a label has none; a preferred label comes before others."""
    found: dict[str, dict[str, str]] = {}
    for subject in index.subjects():
        labels = [*index.literals(subject, RDFS + "label"), *index.literals(subject, SKOS + "prefLabel")]
        if labels:
            found[subject] = {label.language or "": label.value for label in labels}
    return found
