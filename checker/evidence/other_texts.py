"""Whether a document is no draft at all, or one about something else: minutes, a call, a study, another subject."""

from __future__ import annotations

from dataclasses import replace

from checker.evidence.mood import Mood, MoodReader
from checker.evidence.phrases import PhraseFinder
from checker.evidence.units import corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import Knowledge
from checker.knowledge.model import OtherText
from checker.readers.document import Document

_TITLE_LINES = 3
_HEAD = 16
"""Characters at the head of a line within which it says what the text is."""
_LEAST = 3
"""Passages that have to speak of another subject, at least."""
_MANNER = 0.05
"""Share of passages from which the words of advice are more than a way of speaking. Drafts seen so far stay below 0.02,
guidance lies above 0.07."""


def other_text(document: Document, knowledge: Knowledge, language: str) -> OtherText | None:
    """The other text that a document is taken for; None where it may be a draft about returning migrants."""
    stemmer = Stemmer(knowledge.languages[language])
    return _by_title(document, knowledge, stemmer, language) or _by_text(document, knowledge, stemmer, language)


def _by_title(document: Document, knowledge: Knowledge, stemmer: Stemmer, language: str) -> OtherText | None:
    lines = tuple(replace(p, kind="paragraph", heading=(), lead="") for p in document.passages[:_TITLE_LINES])
    finder = PhraseFinder(corpus_of(replace(document, passages=lines), stemmer), stemmer)
    for text in knowledge.other_texts:
        cues = text.cues.get(language, ()) if text.told_by == "title-head" else ()
        if any(h.own and h.start < _HEAD for cue in cues for h in finder.find(cue, every_word=True)):
            return text
    return None


def _by_text(document: Document, knowledge: Knowledge, stemmer: Stemmer, language: str) -> OtherText | None:
    corpus = corpus_of(document, stemmer)
    finder = PhraseFinder(corpus, stemmer)
    ours = _passages(finder, knowledge.subject_cues.get(language, ()))
    mood = MoodReader(knowledge.languages[language])
    undertaken = sum(mood.read(u.passage.text) is Mood.COMMITTED for u in corpus.units)
    for text in knowledge.other_texts:
        if text.told_by == "title-head":
            continue
        theirs = _passages(finder, text.cues.get(language, ()))
        outweighed = ours + 1 if text.told_by == "whole-text" else max(undertaken, _MANNER * len(corpus.units))
        if theirs >= max(_LEAST, outweighed):
            return text
    return None


def _passages(finder: PhraseFinder, cues: tuple[str, ...]) -> int:
    """How many passages hold one of the cues."""
    return len({h.unit for cue in cues for h in finder.find(cue, every_word=True) if h.own})
