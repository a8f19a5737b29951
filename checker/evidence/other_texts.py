"""Whether a document is no draft at all, or one about something else: minutes, a call, a study, another subject."""

from __future__ import annotations

from dataclasses import replace

from checker.evidence.mood import Mood, MoodReader
from checker.evidence.phrases import PhraseFinder
from checker.evidence.units import corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import Knowledge
from checker.knowledge.model import OtherText
from checker.readers.document import Document, Passage

_TITLE_LINES = 3
_HEAD = 16
"""Characters at the head of a line within which it says what the text is."""
_LEAST = 3
"""Passages that have to speak of another subject, at least."""
_SUBJECT = 0.08
"""Share of passages from which another subject is what a text is about; less is a mention in passing."""
_PIECES, _PIECED = 4, 0.12
"""How many different set pieces give a sort of text away, and the share of passages and headings that hold one."""
_MANNER = 0.05
"""Share of passages from which the words of advice are more than a way of speaking. Drafts seen so far stay below 0.02,
guidance lies above 0.07."""
_CALLED = 0.5
"""How sure the kind of a draft has to be for its manner not to count: procedures may well say "should" throughout."""


def other_text(document: Document, knowledge: Knowledge, language: str, kind_lead: float) -> OtherText | None:
    """The other text that a document is taken for; None where it may be a draft about returning migrants.

    ``kind_lead`` is how sure the kind of draft is that it would be.
    """
    stemmer = Stemmer(knowledge.languages[language])
    return (
        _by_title(document, knowledge, stemmer, language)
        or _by_set_pieces(document, knowledge, stemmer, language)
        or _by_text(document, knowledge, stemmer, language, called=kind_lead >= _CALLED)
    )


def _by_title(document: Document, knowledge: Knowledge, stemmer: Stemmer, language: str) -> OtherText | None:
    finder = _line_by_line(document, document.passages[:_TITLE_LINES], stemmer)
    for text in knowledge.other_texts:
        cues = text.cues.get(language, ()) if text.told_by == "title-head" else ()
        if any(h.own and h.start < _HEAD for cue in cues for h in finder.find(cue, every_word=True)):
            return text
    return None


def _by_set_pieces(document: Document, knowledge: Knowledge, stemmer: Stemmer, language: str) -> OtherText | None:
    """The sort of text of which a document holds most set pieces, if they are many and it holds little else."""
    finder = _line_by_line(document, document.passages, stemmer)
    best: tuple[int, OtherText | None] = (0, None)
    for text in knowledge.other_texts:
        found = [_units(finder, piece) for piece in text.set_pieces.get(language, ())]
        pieces, lines = sum(map(bool, found)), len(frozenset[int]().union(*found))
        if pieces >= _PIECES and lines >= _PIECED * len(document.passages) and pieces > best[0]:
            best = pieces, text
    return best[1]


def _line_by_line(document: Document, passages: tuple[Passage, ...], stemmer: Stemmer) -> PhraseFinder:
    """A finder for which headings are lines as others."""
    lines = tuple(replace(p, kind="paragraph", heading=(), lead="") for p in passages)
    return PhraseFinder(corpus_of(replace(document, passages=lines), stemmer), stemmer)


def _by_text(
    document: Document, knowledge: Knowledge, stemmer: Stemmer, language: str, *, called: bool
) -> OtherText | None:
    corpus = corpus_of(document, stemmer)
    finder = PhraseFinder(corpus, stemmer)
    ours = _passages(finder, knowledge.subject_cues.get(language, ()))
    mood = MoodReader(knowledge.languages[language])
    undertaken = sum(mood.read(u.passage.text) is Mood.COMMITTED for u in corpus.units)
    subject = max(ours + 1, _SUBJECT * len(corpus.units))
    manner = max(undertaken, _MANNER * len(corpus.units))
    for text in knowledge.other_texts:
        if text.told_by == "title-head" or (called and text.told_by == "manner"):
            continue
        outweighed = subject if text.told_by == "whole-text" else manner
        if _passages(finder, text.cues.get(language, ())) >= max(_LEAST, outweighed):
            return text
    return None


def _passages(finder: PhraseFinder, cues: tuple[str, ...]) -> int:
    """How many passages hold one of the cues."""
    return len(frozenset[int]().union(*(_units(finder, cue) for cue in cues)))


def _units(finder: PhraseFinder, cue: str) -> frozenset[int]:
    return frozenset(h.unit for h in finder.find(cue, every_word=True) if h.own)
