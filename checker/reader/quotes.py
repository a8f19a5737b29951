"""Whether a quote stands in the draft, and where: word for word, whatever marks, spaces and hyphens a typesetter or a
model put."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from checker.readers.document import Document

_LEAST = 8
"""Letters and digits below which a quote shows nothing."""
_MARKS = frozenset("\"'`´‘’‚‛“”„‟«»‹›′″")


class QuoteFinder:
    """Finds quotes in one document."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._bare, self._at = _bare(document.text)

    def find(self, quote: str) -> tuple[tuple[int, int], ...]:
        """Every place of the quote, as characters of the document's text; it begins and ends with whole words."""
        wanted, _ = _bare(quote)
        if sum(c.isalnum() for c in wanted) < _LEAST:
            return ()
        found, start = [], self._bare.find(wanted)
        while start >= 0:
            first, last = self._at[start], self._at[start + len(wanted) - 1]
            if not (self._inside_word(first - 1) or self._inside_word(last)):
                found.append(self._with_marks(quote, first, last + 1))
            start = self._bare.find(wanted, start + 1)
        return tuple(found)

    def _with_marks(self, quote: str, start: int, end: int) -> tuple[int, int]:
        """Marks at the quote's ends belong to it where the draft has some there."""
        opens, closes = quote.strip()[0] in _MARKS, quote.strip()[-1] in _MARKS
        return (
            start - (opens and self._text[start - 1 : start] in _MARKS),
            end + (closes and self._text[end : end + 1] in _MARKS),
        )

    def _inside_word(self, at: int) -> bool:
        """True where a word runs on from one character to the next."""
        pair = self._text[max(at, 0) : at + 2]
        return at >= 0 and len(pair) == 2 and pair.isalnum()


def _bare(text: str) -> tuple[str, list[int]]:
    """The text without what is folded away, and the place of each character that is left."""
    kept, at = [], []
    for place, character in enumerate(text):
        for c in _folded(character):
            kept.append(c)
            at.append(place)
    return "".join(kept), at


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character in _MARKS:
        return ""
    kept = (c for c in unicodedata.normalize("NFKD", character) if unicodedata.category(c) not in ("Cf", "Cc", "Pd"))
    return "".join(c for c in kept if not c.isspace() and c not in _MARKS)
