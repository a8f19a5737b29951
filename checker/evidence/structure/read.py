"""All of a document's structure."""

from __future__ import annotations

from checker.evidence.mood import MoodReader
from checker.evidence.structure.abbreviations import abbreviations
from checker.evidence.structure.actors_said import ActorsSaid
from checker.evidence.structure.bodies import Bodies, bodies_in_headings
from checker.evidence.structure.cells import CellReader
from checker.evidence.structure.grids import grids
from checker.evidence.structure.model import Structure, Thing
from checker.evidence.structure.relations import RelationReader
from checker.evidence.structure.sections import SectionReader
from checker.evidence.structure.sentences import SentenceReader
from checker.evidence.structure.tables import TableReader
from checker.evidence.structure.texts import Texts
from checker.evidence.terms import TermFinder
from checker.evidence.units import Corpus
from checker.evidence.words import Stemmer
from checker.knowledge.languages import DraftLanguage
from checker.knowledge.model import Lexicon
from checker.knowledge.structures import Structures


def read_structure(
    corpus: Corpus,
    finder: TermFinder,
    mood: MoodReader,
    stemmer: Stemmer,
    lexicon: Lexicon,
    language: DraftLanguage,
    structures: Structures,
    kind: str = "",
) -> Structure:
    """What tables, sentences and headings say. ``finder`` has searched the corpus, ``kind`` is the draft's class."""
    texts = Texts(corpus, finder, lexicon)
    texts.abbreviations.update(abbreviations(texts))
    document = corpus.document
    headings = [p.text for p in document.passages if p.kind == "heading"]
    small = structures.names
    bodies = Bodies(texts, structures.body, bodies_in_headings(headings, structures.body, stemmer, small), small)
    found = list(grids(document.passages))
    tables = list(TableReader.of(found, CellReader(texts, structures), bodies, stemmer, structures).read(found))
    things: list[Thing] = [t for table in tables for t in table.things]
    things += RelationReader(texts, mood, bodies, ActorsSaid(texts, bodies, language), structures).read(corpus.units)
    things += SentenceReader(texts, mood, structures, stemmer).read(corpus.units)
    things += SectionReader(document, stemmer).read(structures.sections, kind)
    return Structure(tuple(things), tuple(g for table in tables for g in table.gaps))
