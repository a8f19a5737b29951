"""Cues by term: labels, alternative labels and gc:cue of every class, property and concept."""

from __future__ import annotations

from collections import defaultdict

from checker.knowledge.index import Index
from checker.knowledge.model import Lexicon
from checker.knowledge.names import GC, GCN, RDFS, SKOS, TYPE

_LABELS = (RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel")
_NO_CUES_FROM_LABEL = frozenset(
    f"http://www.w3.org/2002/07/owl#{n}" for n in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")
)


def read_lexicon(index: Index, wordings: Index | None = None) -> Lexicon:
    """Labels of properties are names of links, not wordings; only their gc:cue count.

    ``wordings`` holds further cues and patterns of these terms, and those of notions.
    """
    cues: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    patterns: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    narrower: dict[str, set[str]] = defaultdict(set)
    for subject in dict.fromkeys((*index.subjects(), *(wordings.subjects() if wordings else ()))):
        if not subject.startswith((GC, GCN)):
            continue
        own_labels = not any(t in _NO_CUES_FROM_LABEL for t in index.keys(subject, TYPE))
        for predicate in (*(_LABELS if own_labels and subject.startswith(GC) else ()), GC + "cue"):
            more = wordings.literals(subject, predicate) if wordings else ()
            for lit in (*index.literals(subject, predicate), *more):
                if lit.language and lit.value not in cues[subject][lit.language]:
                    cues[subject][lit.language].append(lit.value)
        more = wordings.literals(subject, GC + "pattern") if wordings else ()
        for lit in (*index.literals(subject, GC + "pattern"), *more):
            patterns[subject][lit.language or ""].append(lit.value)
        for above in (*index.keys(subject, RDFS + "subClassOf"), *index.keys(subject, SKOS + "broader")):
            narrower[above].add(subject)
    below = {term: _closure(term, narrower) for term in {*cues, *narrower} if term.startswith(GC)}
    per_passage = {s for s in index.subjects() if index.literal(s, GC + "statedPerPassage") == "true"}
    return Lexicon(
        cues={term: {lang: tuple(found) for lang, found in by.items()} for term, by in cues.items()},
        patterns={term: {lang: tuple(found) for lang, found in by.items()} for term, by in patterns.items()},
        per_passage=frozenset(b for c in per_passage for b in below.get(c, (c,))),
        below=below,
    )


def _closure(term: str, narrower: dict[str, set[str]]) -> frozenset[str]:
    seen = {term}
    todo = [term]
    while todo:
        for sub in narrower.get(todo.pop(), ()):
            if sub not in seen:
                seen.add(sub)
                todo.append(sub)
    return frozenset(seen)
