"""The narratives of an activity as texts to search, one document a language."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.descriptions.iati.element import ActivityElement
from checker.descriptions.iati.statements import select
from checker.knowledge.iati import Iati
from checker.knowledge.model import Text
from checker.readers.document import Document, Passage

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n(?!\s*(?:\n|[-•*·–]\s|\d{1,2}[.)]\s))[^\n]*\S[^\n]*)*")
"""Lines up to an empty one or the next item of a list."""
_MARKER = re.compile(r"[-•*·–]\s+")


@dataclass(frozen=True, slots=True)
class Narrative:
    """One paragraph. ``language`` is as the file says, or empty; ``line`` is where the paragraph begins."""

    text: str
    language: str
    line: int
    heading: Text
    is_heading: bool = False


def narratives(activity: ActivityElement, iati: Iati) -> tuple[Narrative, ...]:
    """In the order of the file."""
    found: list[Narrative] = []
    lines = activity.lines
    for reading in iati.texts:
        for element in select(reading.at, activity.element):
            text = "".join(element.itertext())
            for m in _PARAGRAPH.finditer(text):
                line = lines[element] + text.count("\n", 0, m.start() + len(m[0]) - len(m[0].lstrip()))
                words = " ".join(m[0].split())
                marker = _MARKER.match(words)
                said = words[marker.end() :] if marker else words
                found.append(Narrative(said, activity.language(element), line, reading.heading, reading.is_heading))
    return tuple(sorted(found, key=lambda n: (not n.is_heading, n.line)))


def within(found: Sequence[Narrative], most: int) -> tuple[tuple[Narrative, ...], int]:
    """The first ``most`` characters of them, and how many are beyond."""
    kept, room = list[Narrative](), most
    for narrative in found:
        if room > 0:
            kept.append(narrative if len(narrative.text) <= room else replace(narrative, text=narrative.text[:room]))
        room -= len(narrative.text)
    return tuple(kept), max(-room, 0)


@dataclass(frozen=True, slots=True)
class NarrativeText:
    """The narratives in one language as a document. ``lines`` are by the character at which a passage starts."""

    language: str
    document: Document
    lines: Mapping[int, int]


def texts(
    found: Sequence[Narrative], known: Sequence[str], main: str, *, path: str, sha256: str
) -> tuple[NarrativeText, ...]:
    """A document for each language of ``known`` that is spoken, the most spoken first.

    Narratives that name no language count as ``main``.
    """
    by: dict[str, list[Narrative]] = defaultdict(list)
    spoken: Counter[str] = Counter()
    for narrative in found:
        language = narrative.language or main
        if language in known:
            by[language].append(narrative)
            spoken[language] += len(narrative.text)
    return tuple(_document(by[language], language, path, sha256) for language, _ in spoken.most_common())


def _document(found: Sequence[Narrative], language: str, path: str, sha256: str) -> NarrativeText:
    passages: list[Passage] = []
    lines: dict[int, int] = {}
    title = next((n.text for n in found if n.is_heading), "")
    start = 0
    for block, n in enumerate(found):
        above = () if n.is_heading else tuple(h for h in (title, n.heading.in_(language)) if h)
        end = start + len(n.text)
        kind = "heading" if n.is_heading else "paragraph"
        passages.append(Passage(n.text, above, None, block, start, end, kind))  # type: ignore[arg-type]
        lines[start] = n.line
        start = end + 1
    whole = "\n".join(n.text for n in found)
    return NarrativeText(language, Document(path, sha256, "iati", whole, tuple(passages)), lines)
