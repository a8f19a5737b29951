"""Lines to running text: words that were broken at a line's end are mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from checker.readers.pdf.layout import Fragment

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+)-$")
_LAST = re.compile(r"[^\W\d_]+$")
_CODE = re.compile(r"[A-Z]{1,3}[\d.-]*")
_HEAD = re.compile(r"^[^\W\d_]+")
_GLUE = ("/", "–", "—", "-", "\u2010", "\u2011")


class Vocabulary:
    """The words of the document that stand whole inside a line, and so tell how a broken one is written."""

    def __init__(self, lines: Iterable[Fragment]) -> None:
        self._words: Counter[str] = Counter()
        joined = kept = 0
        ends: list[tuple[str, str]] = []
        last = ""
        alone = False
        for line in lines:
            text = line.text
            words = _WORD.findall(text)
            if len(words) > 1:  # a word alone in its line, and the next one, may be halves
                words = words[1:] if alone or last.endswith("-") else words
                words = words[:-1] if text.endswith("-") else words
                self._words.update(word.lower() for word in words)
            alone = len(line.words) == 1
            tail, head = _TAIL.search(last), _HEAD.match(text)
            if tail and head and head[0][0].islower():
                ends.append((tail[1], head[0]))
            last = text
        for first, second in ends:
            joined += self.knows(first + second) and not self.knows(f"{first}-{second}")
            kept += self.knows(f"{first}-{second}")
        self._hyphenates = joined > kept or len(ends) > max(6, sum(self._words.values()) / 400)

    def knows(self, word: str) -> bool:
        return self._words[word.lower()] > 0

    def mends(self, first: str, second: str) -> bool:
        """Whether the hyphen between two halves is only there for the line's end."""
        if self.knows(first + second):
            return True
        if self.knows(f"{first}-{second}"):
            return False
        return self._hyphenates


def join(lines: Sequence[Fragment], vocabulary: Vocabulary, *, width: float = 0.0) -> str:
    """The lines as one text. ``width`` is that of the cell they fill, where over-long words break without a hyphen."""
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        new = line.text
        if before is None:
            text = new
        elif text.endswith(("-", "\xad")):
            text = _mend(text, new, vocabulary)
        elif _is_glued(text, before) or (width and _overflows(text, before, line, width, vocabulary)):
            text += new
        else:
            text += " " + new
    return text


def _is_glued(text: str, before: Fragment) -> bool:
    """Whether a line ends in a stroke or dash that ties it to the next."""
    return text.endswith(_GLUE) and text[-2:-1].isalnum() and not before.words[-1].spaced


def _mend(text: str, new: str, vocabulary: Vocabulary) -> str:
    if text.endswith("\xad"):
        return text[:-1] + new
    if text[-2:-1].isspace():  # a dash between words
        return f"{text} {new}"
    tail, head = _TAIL.search(text), _HEAD.match(new)
    if tail and head and head[0][0].islower() and vocabulary.mends(tail[1], head[0]):
        return text[:-1] + new
    return text + new


def _overflows(text: str, before: Fragment, line: Fragment, width: float, vocabulary: Vocabulary) -> bool:
    """Whether a word was too long for its cell and goes on in the next line."""
    if len(before.words) != 1 or before.words[-1].spaced:
        return False
    new = line.text
    letter = (line.right - line.left) / max(len(new), 1)
    if before.right - before.left + letter < width - 1:
        return False
    if new[0] in ",.;:)":
        return True
    if _CODE.fullmatch(text) and new[0].isdigit():
        return True
    first, second = _LAST.search(text), _HEAD.match(new)
    if not (first and second and second[0][0].islower()):
        return False
    if vocabulary.knows(first[0] + second[0]):
        return True
    known = vocabulary.knows(second[0])
    return not known if vocabulary.knows(first[0]) else not known or len(second[0]) == 1
