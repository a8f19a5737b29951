"""Where a class, property or concept of the ontology is spoken of in a corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from checker.evidence.phrases import Hit, PhraseFinder
from checker.evidence.units import Corpus
from checker.evidence.words import Stemmer
from checker.knowledge.model import Lexicon
from checker.knowledge.names import GCN


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term spoken of: ``term`` is the class or concept whose wording was found, at or below the one asked for."""

    term: str
    hit: Hit


class TermFinder:
    """Finds terms in one corpus; each term is looked up once."""

    def __init__(self, corpus: Corpus, stemmer: Stemmer, lexicon: Lexicon, language: str) -> None:
        self._phrases = PhraseFinder(corpus, stemmer)
        self._lexicon = lexicon
        self._language = language
        self._sayable: dict[str, bool] = {}
        self._alone: dict[str, tuple[Hit, ...]] = {}
        self._known: dict[str, Mapping[int, tuple[TermHit, ...]]] = {}
        self._said: dict[str, tuple[Hit, ...]] = {}

    def sayable(self, term: str) -> bool:
        """True where the ontology says how drafts word this term or one below it, in the corpus's language."""
        if term not in self._sayable:
            self._sayable[term] = any(self._wordings(t) for t in self.below(term))
        return self._sayable[term]

    def hits(self, term: str) -> Mapping[int, tuple[TermHit, ...]]:
        """Hits by unit number, of the term and all below it."""
        if term not in self._known:
            found: dict[int, list[TermHit]] = defaultdict(list)
            for below in sorted(self.below(term)):
                for hit in self._hits_alone(below):
                    found[hit.unit].append(TermHit(below, hit))
            self._known[term] = {unit: tuple(hits) for unit, hits in found.items()}
        return self._known[term]

    def said(self, wording: str) -> tuple[Hit, ...]:
        """Where a wording of no term is said, in passages themselves and above them."""
        if wording not in self._said:
            self._said[wording] = tuple(self._phrases.find(wording, every_word=True))
        return self._said[wording]

    def below(self, term: str) -> frozenset[str]:
        """The term and all below it in the ontology."""
        return self._lexicon.below.get(term, frozenset((term,)))

    def _wordings(self, term: str) -> bool:
        cues, patterns = self._lexicon.cues.get(term, {}), self._lexicon.patterns.get(term, {})
        return bool(cues.get(self._language) or patterns.get(self._language) or patterns.get(""))

    def _hits_alone(self, term: str) -> tuple[Hit, ...]:
        if term not in self._alone:
            cues = self._lexicon.cues.get(term, {}).get(self._language, ())
            by = self._lexicon.patterns.get(term, {})
            notion = term.startswith(GCN)
            found = chain(
                chain.from_iterable(self._phrases.find(c, every_word=notion) for c in cues),
                chain.from_iterable(
                    self._phrases.find_pattern(p) for p in (*by.get(self._language, ()), *by.get("", ()))
                ),
            )
            self._alone[term] = tuple(dict.fromkeys(found))
        return self._alone[term]
