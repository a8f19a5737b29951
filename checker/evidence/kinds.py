"""What kind of draft a document is, from how it calls itself."""

from __future__ import annotations

from collections.abc import Mapping

from checker.evidence.words import Stemmer
from checker.knowledge.model import Kind
from checker.readers.document import Document

_FIRST_PASSAGES = 6
_MOST_IN_TEXT = 12


def detect_kind(document: Document, kinds: Mapping[str, Kind], stemmer: Stemmer, language: str) -> tuple[str, float]:
    """The most likely kind, and how sure that is, from 0 to 1: its lead over the runner-up.

    Titles say most: the file's first passages weigh five, headings two, running text a quarter, up to a limit.
    """
    title = [stemmer.stems(p.text) for p in document.passages[:_FIRST_PASSAGES]]
    headings = [stemmer.stems(p.text) for p in document.passages[_FIRST_PASSAGES:] if p.kind == "heading"]
    text = [stemmer.stems(p.text) for p in document.passages[_FIRST_PASSAGES:] if p.kind != "heading"]
    scores = {}
    for kind in kinds.values():
        wordings = {stemmer.stems(w) for w in (kind.label.in_(language), *kind.cues.get(language, ()))}
        early = sum(5.0 / (1 + place) ** 0.5 for place, t in enumerate(title) if any(_has(t, w) for w in wordings))
        named = sum(2.0 for t in headings if any(_has(t, w) for w in wordings))
        said = sum(1 for t in text if any(_has(t, w) for w in wordings))
        scores[kind.id] = early + min(named, 4.0) + 0.25 * min(said, _MOST_IN_TEXT)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    (best, top), (_, second) = ranked[0], ranked[1]
    return (best, round((top - second) / top, 3)) if top else ("programme", 0.0)


def _has(text: tuple[str, ...], wording: tuple[str, ...]) -> bool:
    size = len(wording)
    return any(text[i : i + size] == wording for i in range(len(text) - size + 1))
