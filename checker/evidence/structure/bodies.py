"""Bodies that a draft speaks of, and which mentions are of the same one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.evidence.structure.lookup import Lookup
from checker.evidence.structure.model import Place
from checker.evidence.structure.texts import Texts
from checker.evidence.words import Stemmer
from checker.folding import fold
from checker.knowledge.names import GC
from checker.readers.document import Passage

_FAMILY = GC + "CoordinationMechanism"
_WORD = re.compile(r"[^\W_][\w’'-]*")
_JOIN = frozenset("of for on and the de del la las los el para sobre en y e du des d l le les pour sur et à au aux".split())
_NEAR = 6
"""Words by which a name may go on."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at a place. ``name`` is folded; ``classes`` are as narrow as the words tell."""

    name: str
    shown: str
    classes: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Bodies:
    """Finds bodies, by the wordings of such bodies and by the names of their classes."""

    texts: Texts
    wordings: Sequence[str]
    headings: Mapping[str, str]
    """The name of the body that a heading speaks of, by heading."""
    _known: list[Body] = field(default_factory=list)

    def at(self, place: Place) -> list[Body]:
        """The bodies named at a place, in order."""
        spans = [(h.start, h.end, "") for h in self.texts.hits(place, self.wordings)]
        spans += [(h.hit.start, h.hit.end, h.term) for h in self.texts.terms(place, _FAMILY)]
        found: list[Body] = []
        for start, end, cls in sorted(spans, key=lambda s: (s[0], -s[1])):
            if found and start < found[-1].place.end:
                if cls and cls != _FAMILY and found[-1].classes == (_FAMILY,):
                    found[-1] = Body(found[-1].name, found[-1].shown, (cls,), found[-1].place)
                continue
            first, last = _whole(place.passage.text, start, end, place.start, place.end)
            shown = place.passage.text[first:last]
            found.append(Body(fold(shown), shown, (cls or _FAMILY,), Place(place.passage, first, last)))
        return found

    def named(self, body: Body) -> Body:
        """The body of the fuller name that was read before it, where this mention is short for one.

        "the Committee" is the National Steering Committee of the paragraph above; a body of another name is another.
        """
        for known in reversed(self._known):
            if known.name == body.name or f" {body.name} " in f" {known.name} ":
                return known
        self._known.append(body)
        return body

    def above(self, passage: Passage) -> Body | None:
        """The body that the nearest heading names, else the title of the whole."""
        title = self.texts.corpus.document.passages[0].text
        for heading in (*reversed(passage.heading), title):
            shown = self.headings.get(heading)
            if shown:
                return Body(fold(shown), shown, (_FAMILY,), Place(passage, 0, len(passage.text)))
        return None


def bodies_in_headings(headings: Sequence[str], wordings: Sequence[str], stemmer: Stemmer) -> dict[str, str]:
    """The name of the body that each heading speaks of, where one does."""
    lookup = Lookup(headings, stemmer)
    found: dict[str, str] = {}
    for wording in wordings:
        for number, start, end in lookup.spans(wording):
            text = headings[number]
            first, last = _whole(text, start, end, 0, len(text))
            if last - first > len(found.get(text, "")):
                found[text] = text[first:last]
    return found


def _whole(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The name around a word for a body: capitalised words before it, and after it what goes on with the name."""
    words = [m for m in _WORD.finditer(text, low, high)]
    first = next((i for i, m in enumerate(words) if m.end() > start), 0)
    last = max((i for i, m in enumerate(words) if m.start() < end), default=first)
    while first > 0 and _touch(text, words[first - 1], words[first]) and _capital(words[first - 1], words):
        first -= 1
    reach = last
    for i in range(last + 1, min(len(words), last + 1 + _NEAR)):
        if not _touch(text, words[i - 1], words[i]):
            break
        if words[i][0][0].isupper():
            reach = i
        elif words[i][0].lower() not in _JOIN:
            break
    return min(start, words[first].start()), max(end, words[reach].end())


def _capital(word: re.Match[str], words: list[re.Match[str]]) -> bool:
    """A capitalised word that does not merely open the sentence."""
    return word[0][0].isupper() and (word is not words[0] or len(word[0]) > 3)


def _touch(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()].strip("’' ") == ""
