"""Full-text search in requirements, provisions, documents and themes, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from threading import Lock
from typing import Any

from checker.browsing.nodes import Node, NodeKind
from checker.evidence.words import Stemmer
from checker.folding import fold
from checker.knowledge import Knowledge

_TITLE_COUNTS = 3
"""How often a word of a title is counted, beside once in the text."""
_AHEAD = 1000.0
"""Puts what holds every word of the query, or has it in the title, before all else; no score comes near it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: its title counts more than the rest of its text."""

    node: Node
    title: str
    text: str


class GuidanceSearch:
    """The index of one language. Case, accents and inflection make no difference."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        import bm25s

        self._entries = tuple(_entries(knowledge, language))
        self._stemmer = Stemmer(knowledge.languages[language])
        self._lock = Lock()
        texts = [self._words(e) for e in self._entries]
        self._held = [frozenset(words) for words in texts]
        self._index: Any = bm25s.BM25()
        self._index.index(texts, show_progress=False)

    def find(self, query: str, kinds: frozenset[NodeKind] = frozenset(), most: int = 200) -> tuple[Node, ...]:
        """What holds every word of the query, or else some of them, the best first; an id finds its own.

        ``kinds`` narrows it down, none means all.
        """
        whole = fold(query).strip()
        with self._lock:
            stems = list(dict.fromkeys(self._stemmer.stems(query)))
        if not stems:
            return ()
        known = [s for s in stems if s in self._index.vocab_dict]
        scores = self._index.get_scores(known) if known else [0.0] * len(self._entries)
        ranked = []
        complete = False
        for entry, held, score, place in zip(self._entries, self._held, scores, count(), strict=False):
            if kinds and entry.node.kind not in kinds:
                continue
            own_id = fold(entry.node.id) == whole
            found = sum(stem in held for stem in stems)
            if own_id or found:
                every = found == len(stems)
                complete = complete or every
                in_title = whole in fold(entry.title)
                ranked.append((-(float(score) + _AHEAD * (every + in_title + 2 * own_id)), place, entry.node))
        ranked.sort(key=lambda r: r[:2])
        return tuple(node for score, _, node in ranked[:most] if not complete or score <= -_AHEAD)

    def _words(self, entry: Entry) -> list[str]:
        title = list(self._stemmer.stems(f"{entry.node.id} {entry.title}"))
        return [*title * _TITLE_COUNTS, *self._stemmer.stems(entry.text)]


@cache
def guidance_search(knowledge: Knowledge, language: str) -> GuidanceSearch:
    """The index of a language, made once."""
    return GuidanceSearch(knowledge, language)


def _entries(knowledge: Knowledge, language: str) -> Iterator[Entry]:
    for r in knowledge.requirements.values():
        parts = (r.statement, r.remedy, r.near_miss, r.condition, *(t for c in r.claims for t in (c.name, c.sentence)))
        text = " ".join(part.in_(language) for part in parts)
        yield Entry(Node("requirement", r.id), r.title.in_(language), text)
    for p in knowledge.provisions.values():
        text = " ".join((p.statement.in_(language), p.condition.in_(language), p.locator))
        yield Entry(Node("provision", p.id), "", text)
    for d in knowledge.documents.values():
        yield Entry(Node("document", d.id), d.title.in_(language), d.short)
    for t in knowledge.themes.values():
        yield Entry(Node("theme", t.id), t.label.in_(language), "")
