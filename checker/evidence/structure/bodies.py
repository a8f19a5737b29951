"""Bodies that a draft speaks of, and which mentions are of the same one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checker.evidence.structure.lookup import Lookup
from checker.evidence.structure.model import Place
from checker.evidence.structure.texts import Texts
from checker.evidence.words import Stemmer
from checker.folding import fold
from checker.knowledge.names import GC
from checker.knowledge.structures import Link, NameWords
from checker.readers.document import Passage

FAMILY = GC + "CoordinationMechanism"
NAME = Link(GC + "hasName", True)
_WORD = re.compile(r"[^\W_][\w-]*")
_LONGEST = 5
"""Words of the plain name of a kind of body."""
_REACH = 7
"""Words by which a name may go on."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body named at a place. ``name`` is folded; ``classes`` are as narrow as the words tell."""

    name: str
    shown: str
    classes: tuple[str, ...]
    place: Place
    is_new: bool = False
    """True of "a committee", which is none of those named before."""

    @property
    def is_named(self) -> bool:
        """True of a name, not of "the committee"."""
        return " " in self.name


@dataclass(frozen=True)
class Bodies:
    """Finds bodies in one document, and remembers those that it named."""

    texts: Texts
    wordings: Sequence[str]
    headings: Mapping[str, str]
    """The name of the body that a heading speaks of, by heading."""
    small: NameWords
    _known: list[Body] = field(default_factory=list)

    def at(self, place: Place) -> list[Body]:
        """The bodies named at a place, in order."""
        terms = self.texts.terms(place, FAMILY)
        found: list[Body] = []
        for hit in self.texts.hits(place, self.wordings):
            if found and hit.start < found[-1].place.end:
                continue
            text = place.passage.text
            over = [t for t in terms if t.hit.start < hit.end and hit.start < t.hit.end]
            spans = [
                (t.hit.start, t.hit.end) for t in over if len(_WORD.findall(text, t.hit.start, t.hit.end)) <= _LONGEST
            ]
            start, end = min((hit.start, *(a for a, _ in spans))), max((hit.end, *(b for _, b in spans)))
            first, last = whole_name(text, start, end, place.start, place.end, self.small)
            narrow = [t.term for t in over if t.term != FAMILY]
            shown = text[first:last]
            is_new = _ends_with(self.small.indefinite).search(text, max(0, first - 6), first) is not None
            found.append(
                Body(fold(shown), shown, tuple(narrow[:1]) or (FAMILY,), Place(place.passage, first, last), is_new)
            )
        return found

    def named(self, body: Body) -> Body:
        """The body of the fuller name for which this mention is short; a body of another name is another.

        "The committee" is the one named last in the passage, else that of the heading, else the last of the section,
        else the first of all: a draft begins with the body that it is about.
        """
        if body.is_named:
            same = next((k for k in self._known if k.name == body.name), None)
            if same is None:
                self._known.append(body)
            return same or body
        if body.is_new:
            return body
        fuller = [k for k in self._known if f" {body.name} " in f" {k.name} "]
        here = [k for k in fuller if k.place.passage == body.place.passage]
        above = self.above(body.place.passage)
        if here:
            return here[-1]
        if above is not None and above.is_named and f" {body.name} " in f" {above.name} ":
            return self.named(above)
        section = [k for k in fuller if k.place.passage.heading == body.place.passage.heading]
        return section[-1] if section else fuller[0] if fuller else body

    def above(self, passage: Passage, *, nearest: bool = False) -> Body | None:
        """The body that the nearest heading names, else a heading over it or the title of the whole."""
        title = self.texts.corpus.document.passages[0].text
        over = passage.heading[-1:] if nearest else (*reversed(passage.heading), title)
        shown = next((s for h in over if (s := self.headings.get(h))), "")
        return Body(fold(shown), shown, (FAMILY,), Place(passage, 0, len(passage.text))) if shown else None


def bodies_in_headings(
    headings: Sequence[str], wordings: Sequence[str], stemmer: Stemmer, small: NameWords
) -> dict[str, str]:
    """The name of the body that each heading speaks of, where one does."""
    lookup = Lookup(headings, stemmer)
    found: dict[str, str] = {}
    for wording in wordings:
        for number, start, end in lookup.spans(wording):
            text = headings[number]
            first, last = whole_name(text, start, end, 0, len(text), small)
            if last - first > len(found.get(text, "")):
                found[text] = text[first:last]
    return found


def whole_name(text: str, start: int, end: int, low: int, high: int, small: NameWords) -> tuple[int, int]:
    """The name around a word for a body: capitalised words before it, and after it what goes on with the name."""
    words = list(_WORD.finditer(text, low, high))
    first = next((i for i, m in enumerate(words) if m.end() > start), 0)
    last = max((i for i, m in enumerate(words) if m.start() < end), default=first)
    while first > 0 and _touch(text, words[first - 1], words[first]) and _goes_before(words[first - 1], small):
        first -= 1
    reach = last
    for i in range(last + 1, min(len(words), last + 1 + _REACH)):
        if not _touch(text, words[i - 1], words[i]):
            break
        if words[i - 1][0].lower() in small.conjunctions and words[i][0].lower() in small.articles:
            break
        if words[i][0][0].isupper():
            reach = i
        elif words[i][0].lower() not in small.links and not (i == last + 1 and _is_adjective(words, i)):
            break
    return (min(start, words[first].start()), max(end, words[reach].end())) if words else (start, end)


@lru_cache(maxsize=4)
def _ends_with(words: frozenset[str]) -> re.Pattern[str]:
    """Finds a text that ends with one of the words and a space."""
    any_of = "|".join(map(re.escape, sorted(words))) or "(?!)"
    return re.compile(rf"\b(?:{any_of})\s+$", re.IGNORECASE)


def _is_adjective(words: list[re.Match[str]], i: int) -> bool:
    """A word of a name that is not capitalised: "Comité sectoriel Migration"."""
    return i + 1 < len(words) and words[i + 1][0][0].isupper() and words[i - 1][0][0].isupper()


def _goes_before(word: re.Match[str], small: NameWords) -> bool:
    return word[0][0].isupper() and word[0].lower() not in small.articles


def _touch(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()].strip("’' ") == ""
