"""The quick look before a fit leaves out no unit that fits."""

from __future__ import annotations

from pathlib import Path

from checker.evidence.fit import Fitter
from checker.evidence.terms import TermFinder
from checker.evidence.units import corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.readers import read

DRAFT = Path(__file__).parents[2] / "examples/drafts/sop-reintegration-en.docx"


def test_every_unit_that_fits_is_near_enough() -> None:
    knowledge = load()
    stemmer = Stemmer(knowledge.languages["en"])
    corpus = corpus_of(read(DRAFT), stemmer)
    finder = TermFinder(corpus, stemmer, knowledge.lexicon_of("en"), "en")
    fitter = Fitter(finder, corpus.units)
    claims = [c for r in knowledge.requirements.values() for c in r.claims if c.wants is not None]
    fitting = 0
    for claim in claims[::9]:
        near = fitter.units(claim.wants)
        complete = {u.number for u in corpus.units if fitter.fit(claim.wants, u).complete}
        fitting += len(complete)
        assert near is None or complete <= near, claim.id
    assert fitting > 100
