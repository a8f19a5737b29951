"""The structure of a document, and what it says as lines that a table of expected ones can hold."""

from __future__ import annotations

from collections.abc import Iterable

from checker.evidence.mood import MoodReader
from checker.evidence.structure import Structure, Thing, read_structure
from checker.evidence.terms import TermFinder
from checker.evidence.units import corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.knowledge.names import local
from checker.readers.document import Document

Line = tuple[str, str, str, str]


def structure_of(document: Document, language: str, kind: str = "") -> Structure:
    knowledge = load()
    draft_language, lexicon = knowledge.languages[language], knowledge.lexicon_of(language)
    stemmer = Stemmer(draft_language)
    corpus = corpus_of(document, stemmer)
    finder = TermFinder(corpus, stemmer, lexicon, language)
    mood = MoodReader(draft_language)
    structures = knowledge.structures(language)
    kind_class = knowledge.kinds[kind].iri if kind else ""
    return read_structure(corpus, finder, mood, stemmer, lexicon, draft_language, structures, kind_class)


def lines_of(structure: Structure) -> list[Line]:
    """Class, name, property and value of everything that was read, in order; a gap as ``open`` with its claims."""
    found = [line for thing in structure.things for line in _thing(thing)]
    found += [("", gap.row, "open", " ".join(map(local, gap.claims))) for gap in structure.gaps]
    return list(dict.fromkeys(found))


def _thing(thing: Thing) -> Iterable[Line]:
    cls = local(thing.classes[0]) if thing.classes else ""
    if not thing.facts:
        yield (cls, thing.name, "", "")
    for fact in thing.facts:
        path = f"{local(fact.link.through)}/" if fact.link.through else ""
        beside = "".join(f" ({said})" for _, said in fact.value.beside)
        kinds = "".join(f" [{local(c)}]" for c in fact.value.classes)
        yield (
            cls,
            thing.name,
            path + local(fact.link.fills),
            (local(fact.value.iri) or fact.value.text) + beside + kinds,
        )
