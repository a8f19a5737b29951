"""Reads a document as a draft: its kind, and for each requirement the passages and what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from checker.evidence.candidates import Candidate, CandidateFinder, candidates
from checker.evidence.kinds import detect_kind
from checker.evidence.lexical import LexicalSearch
from checker.evidence.mood import MoodReader
from checker.evidence.nodes import DRAFT, Nodes
from checker.evidence.slots import SlotReader
from checker.evidence.statements import Maker, StatementMaker
from checker.evidence.strength import STRONG, StrengthReader
from checker.evidence.structure import Structure, StructureMaker, read_structure
from checker.evidence.structure.showing import Shown
from checker.evidence.support import Support, SupportFinder
from checker.evidence.terms import TermFinder
from checker.evidence.units import Corpus, corpus_of
from checker.evidence.words import Stemmer, stemmer_of
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.names import HAS_TEXT, TYPE
from checker.readers.document import Document

SURE = 0.88
"""Score of the signs of a condition from which it is taken to hold: all in one sentence."""


@dataclass(frozen=True)
class DraftEvidence:
    """What a document offers: candidates by requirement id, and supports by claim IRI.

    ``open_slots`` holds, by claim IRI, a term of each slot that the nearest passage leaves open.
    """

    document: Document
    kind: str
    corpus: Corpus
    candidates: Mapping[str, tuple[Candidate, ...]]
    supports: Mapping[str, tuple[Support, ...]]
    open_slots: Mapping[str, tuple[str, ...]]
    draft: ox.Triple
    """What kind of draft it is, as a statement."""
    maker: Maker
    structure: Structure
    """Rows of tables, relations, chapters and quantities."""
    structure_maker: StructureMaker
    read_off: tuple[ox.Triple, ...]
    """The structure as statements."""
    by_structure: Mapping[str, frozenset[int]]
    """Claims, by IRI, that a thing of the structure shows whole, with the blocks where it was read."""
    undertakes: bool = True
    """False for a text that commits nobody: whatever it says, it shows no claim."""

    def showing(self, claim: Claim, least: float = STRONG) -> tuple[Support, ...]:
        """The passages that show a claim (of one that forbids: break it)."""
        if not self.undertakes:
            return ()
        return tuple(s for s in self.supports.get(claim.iri, ()) if s.strength >= least)

    def shows(self, claim: Claim, least: float = STRONG) -> bool:
        """True where a passage does, or a thing that was read from tables and relations has all that is asked."""
        return bool(self.showing(claim, least)) or (self.undertakes and claim.iri in self.by_structure)

    def units_showing(self, claim: Claim) -> tuple[int, ...]:
        """The units in which a thing that shows a claim whole was read."""
        blocks = self.by_structure.get(claim.iri, frozenset()) if self.undertakes else frozenset()
        return tuple(u.number for u in self.corpus.units if u.passage.block in blocks) if blocks else ()

    def left_open(self, claim: Claim) -> tuple[str, ...]:
        """The rows of tables that break a claim on every such row: an indicator without a source."""
        gaps = self.structure.gaps if self.undertakes else ()
        return tuple(dict.fromkeys(g.row for g in gaps if claim.iri in g.claims))

    def condition_shown(self, requirement: Requirement) -> Support | None:
        """The passage that shows that a requirement's condition holds."""
        found = (s for c in requirement.condition_claims for s in self.supports.get(c.iri, ()) if s.score >= SURE)
        return max(found, key=lambda s: (s.score, -s.unit.number), default=None)

    def statements(self, requirements: Iterable[Requirement]) -> tuple[ox.Triple, ...]:
        """The smallest RDF that says what the passages say about some requirements."""
        claims = [c for r in requirements for c in (*r.claims, *r.condition_claims)]
        read = self.read_off if self.undertakes else ()
        worded = {t.subject for t in read if t.predicate.value == HAS_TEXT}
        shown = self.maker.triples(s for c in claims for s in self.showing(c))
        beside = (t for t in shown if t.predicate.value != HAS_TEXT or t.subject not in worded)
        return tuple(dict.fromkeys((self.draft, *beside, *read)))


def kind_of(document: Document, knowledge: Knowledge, language: str) -> tuple[str, float]:
    """The kind of draft that a document most likely is, and how sure that is, from 0 to 1."""
    return detect_kind(document, knowledge.kinds, Stemmer(knowledge.languages[language]), language)


def read_draft(
    document: Document,
    knowledge: Knowledge,
    *,
    language: str,
    kind: str,
    requirements: Sequence[Requirement],
    undertakes: bool = True,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> DraftEvidence:
    """Searches a document for all requirements.

    ``undertakes`` is False for a text that commits nobody, such as minutes. ``progress`` is told how many requirements
    are done, and of how many.
    """
    draft_language = knowledge.languages[language]
    stemmer = stemmer_of(draft_language)
    corpus = corpus_of(document, stemmer)
    lexicon = knowledge.lexicon_of(language)
    finder = TermFinder(corpus, stemmer, lexicon, language)
    mood = MoodReader(draft_language, undertakes=undertakes)
    slots = SlotReader(finder, corpus.units)
    support_finder = SupportFinder(corpus, finder, mood, slots, knowledge.signs)
    lexical = LexicalSearch(corpus, stemmer, language)
    candidate_finder = CandidateFinder(lexical, support_finder, knowledge.passages, language)
    strength = StrengthReader(lexical, knowledge.passages, language)
    found: dict[str, tuple[Candidate, ...]] = {}
    supports: dict[str, tuple[Support, ...]] = {}
    open_slots: dict[str, tuple[str, ...]] = {}
    for done, requirement in enumerate(requirements):
        for claim in (*requirement.claims, *requirement.condition_claims):
            supports[claim.iri] = support_finder.find(claim)
            if not supports[claim.iri]:
                open_slots[claim.iri] = support_finder.open_slots(claim)
        standing = candidate_finder.weigh(requirement, [supports[c.iri] for c in requirement.claims])
        for claim in requirement.claims:
            supports[claim.iri] = strength.weigh(claim, requirement, supports[claim.iri], standing)
        found[requirement.id] = candidates(standing)
        progress(done + 1, len(requirements))
    nodes = Nodes(lexicon, document.sha256)
    maker = StatementMaker(lexicon, draft_language, nodes, finder)
    structures = knowledge.structures(language)
    kind_class = knowledge.kinds[kind].iri
    structure = read_structure(corpus, finder, mood, stemmer, lexicon, draft_language, structures, kind_class)
    a_draft = ox.Triple(ox.NamedNode(DRAFT), ox.NamedNode(TYPE), ox.NamedNode(kind_class))
    structure_maker = StructureMaker(nodes, language)
    read_off = structure_maker.triples(structure.things)
    shown = Shown.by((a_draft, *read_off), lexicon)
    blocks = structure_maker.blocks(structure.things)
    whole = {
        c.iri: frozenset(b for node in things for b in blocks.get(node, ()))
        for r in requirements
        for c in r.claims
        if (things := shown.things(c))
    }
    kept = maker, structure, structure_maker, read_off, whole
    return DraftEvidence(document, kind, corpus, found, supports, open_slots, a_draft, *kept, undertakes)
