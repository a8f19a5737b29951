"""Passages made ready for search: words, sentences, and the words of heading and lead around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checker.evidence.words import Stemmer, Token, Word
from checker.readers.document import Document, Passage

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[\"'«¿¡(]?[A-ZÀ-Þ0-9])")


@dataclass(frozen=True, slots=True)
class Unit:
    """One passage. ``context`` are the words of its heading path and lead; ``sentences`` are spans in its text."""

    number: int
    passage: Passage
    words: tuple[Word, ...]
    context: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]
    context_tokens: tuple[Token, ...]
    heading_from: int
    """Where in the context the headings of the passage itself begin, after the title of the whole."""
    lead_from: int
    """Where in the context the lead begins: the header of a table row, the sentence above a list."""

    def sentence_at(self, offset: int) -> int:
        for n, (start, end) in enumerate(self.sentences):
            if start <= offset < end:
                return n
        return len(self.sentences) - 1


@dataclass(frozen=True)
class Corpus:
    """All units of a document, with the places of each stem."""

    document: Document
    units: tuple[Unit, ...]
    places: Mapping[str, Mapping[int, tuple[int, ...]]]
    """stem → unit number → indexes into ``Unit.words``."""
    context_places: Mapping[str, Mapping[int, tuple[int, ...]]]


def corpus_of(document: Document, stemmer: Stemmer) -> Corpus:
    """Headings are context of what follows, not units; a heading with nothing under it is one all the same.

    The title, where the document begins with one, is context of everything: terms of reference of a committee
    speak of that committee throughout.
    """
    first = document.passages[0] if document.passages else None
    title = first.text if first and first.kind == "heading" else ""
    bare = {p.block for p in _bare_headings(document.passages)}
    passages = [p for p in document.passages if p.kind != "heading" or p.block in bare]
    words, tokens = cache(stemmer.words), cache(stemmer.tokens)  # many passages stand under the same headings
    units = tuple(_unit(n, p, title, words, tokens) for n, p in enumerate(passages))
    return Corpus(document, units, _places(units, own=True), _places(units, own=False))


def _bare_headings(passages: tuple[Passage, ...]) -> list[Passage]:
    after = [*passages[1:], None][: len(passages)]
    return [
        p
        for p, following in zip(passages, after, strict=True)
        if p.kind == "heading"
        and (following is None or following.heading[: len(p.heading) + 1] != (*p.heading, p.text))
    ]


def _unit(
    number: int,
    passage: Passage,
    title: str,
    words: Callable[[str], tuple[Word, ...]],
    tokens: Callable[[str], tuple[Token, ...]],
) -> Unit:
    above = passage.heading if title in passage.heading else (title, *passage.heading)
    headings = "".join(f"{h} . " for h in above) if passage.text != title else ""
    context = headings + passage.lead
    return Unit(
        number=number,
        passage=passage,
        words=words(passage.text),
        context=words(context),
        sentences=sentences(passage.text),
        tokens=tokens(passage.text),
        context_tokens=tokens(context),
        heading_from=len(title) if title else 0,
        lead_from=len(headings),
    )


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of sentences; they tile the text."""
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    return tuple((a, b) for a, b in pairwise(cuts) if b > a) or ((0, len(text)),)


def _places(units: tuple[Unit, ...], *, own: bool) -> Mapping[str, Mapping[int, tuple[int, ...]]]:
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for unit in units:
        for n, word in enumerate(unit.words if own else unit.context):
            found[word.stem][unit.number].append(n)
    return {stem: {u: tuple(at) for u, at in by.items()} for stem, by in found.items()}
