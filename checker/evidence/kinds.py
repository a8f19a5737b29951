"""What kind of draft a document is, from how it calls itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from checker.evidence.words import Stemmer
from checker.knowledge.model import Kind
from checker.readers.document import Document

_TITLE_LINES = (10.0, 6.0, 3.0, 2.0, 1.0)
"""What the first passages weigh: a draft says what it is in its title."""
_HEADING, _MOST_HEADINGS = 1.5, 3
_TEXT, _MOST_TEXT = 0.25, 12
_BROAD = 0.5
_NO_SIGN = "programme"

Stems = tuple[str, ...]


def detect_kind(document: Document, kinds: Mapping[str, Kind], stemmer: Stemmer, language: str) -> tuple[str, float]:
    """The most likely kind, and how sure that is, from 0 to 1: its lead over the runner-up.

    A title names a kind where it has all words of one of the kind's wordings, in any order; headings and text
    have to say them in a row.
    """
    first, rest = document.passages[: len(_TITLE_LINES)], document.passages[len(_TITLE_LINES) :]
    title = [frozenset(stemmer.stems(p.text)) for p in first]
    headings = [stemmer.stems(p.text) for p in rest if p.kind == "heading"]
    text = [stemmer.stems(p.text) for p in rest if p.kind != "heading"]
    scores = {}
    for kind in kinds.values():
        wordings = {stemmer.stems(w) for w in (kind.label.in_(language), *kind.cues.get(language, ()))}
        named = sum(
            weight for weight, line in zip(_TITLE_LINES, title, strict=False) if any(set(w) <= line for w in wordings)
        )
        headed = _count(headings, wordings, _MOST_HEADINGS)
        said = _count(text, wordings, _MOST_TEXT)
        named *= _BROAD if kind.broad else 1.0
        scores[kind.id] = named + _HEADING * headed + _TEXT * said
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    (best, top), (_, second) = ranked[0], ranked[1]
    return (best, round((top - second) / top, 3)) if top else (_NO_SIGN, 0.0)


def _count(texts: Sequence[Stems], wordings: set[Stems], most: int) -> int:
    """How many texts say one of the wordings, up to as many as count."""
    return len(list(islice((t for t in texts if _says(t, wordings)), most)))


def _says(text: Stems, wordings: set[Stems]) -> bool:
    here = set(text)
    return any(text[i : i + len(w)] == w for w in wordings if here.issuperset(w) for i in range(len(text) - len(w) + 1))
