"""All of a document's structure."""

from __future__ import annotations

from collections.abc import Iterator

from checker.evidence.mood import MoodReader
from checker.evidence.structure.bodies import Bodies, bodies_in_headings
from checker.evidence.structure.cells import CellReader
from checker.evidence.structure.grids import Grid, grids
from checker.evidence.structure.headers import HeaderReader
from checker.evidence.structure.model import Structure, Thing
from checker.evidence.structure.relations import RelationReader
from checker.evidence.structure.rows import TableReader
from checker.evidence.structure.sections import SectionReader
from checker.evidence.structure.sentences import SentenceReader
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
) -> Structure:
    """What tables, sentences and headings say. ``finder`` has searched the same corpus."""
    texts = Texts(corpus, finder, lexicon)
    document = corpus.document
    headings = [p.text for p in document.passages if p.kind == "heading"]
    bodies = Bodies(texts, structures.body, bodies_in_headings(headings, structures.body, stemmer))
    tables = list(_tables(list(grids(document.passages)), texts, stemmer, lexicon, structures))
    things: list[Thing] = [t for table in tables for t in table.things]
    things += RelationReader(texts, mood, bodies, structures, language).read(corpus.units)
    things += SentenceReader(texts, mood, structures, stemmer).read(corpus.units)
    things += SectionReader(document, stemmer).read(structures.sections)
    gaps = tuple(g for table in tables for g in table.gaps)
    return Structure(tuple(things), gaps, tuple(dict.fromkeys(c for table in tables for c in table.full)))


def _tables(
    found: list[Grid], texts: Texts, stemmer: Stemmer, lexicon: Lexicon, structures: Structures
) -> Iterator[Structure]:
    sideways = (c[0].text for g in found for c in (g.top, *g.rows) if c)
    headers = HeaderReader((*(h for g in found for h in g.headers), *sideways), structures.tables, stemmer)
    return TableReader(CellReader(texts, structures), headers, lexicon).read(found)
