"""Passages of a draft that speak to whoever reads it for us, instead of saying what is planned.

Such a passage is not sent, and a quote from it shows nothing. What gives it away: wordings in every language that we
know (``gc:toReaderCue``), the marks of chats and of answers, and writing that hides what it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from checker.folding import fold
from checker.knowledge import Knowledge

_WORD = re.compile(r"[^\W_]+")
_TAGS = 0xE0000
"""Where Unicode holds an unseen copy of ASCII."""
_GAP = r" (?:\w+ ){0,4}?"
"""Words that may stand in the place of an ellipsis."""
_MARKS = re.compile(
    r"<\|\w+\|>|\[/?INST\]|<<\s*/?\s*SYS|</?\s*(?:system|assistant|instructions?|data|draft|passages?)\s*>"
    r"|<{3,}|>{3,}|={3,}\s*(?:end|passages)\b"
    r"|^[\W_]*(?:system|assistant|developer|sistema|asistente|systeme)\s*(?:message|prompt)?\s*[:>\]]"
    r"|[\"'](?:holds|verdict|quotes|claims|tool_calls|role)[\"']\s*:",
    re.IGNORECASE | re.MULTILINE,
)


class ToReader:
    """Tells such passages. One for all drafts."""

    def __init__(self, knowledge: Knowledge) -> None:
        cues = {c for language in knowledge.languages.values() for c in language.to_reader}
        wordings = sorted(_GAP.join(" ".join(_WORD.findall(fold(part))) for part in cue.split("…")) for cue in cues)
        self._cues = re.compile(rf"\b(?:{'|'.join(wordings)})\b") if wordings else None
        self._claims = {c.id.casefold() for r in knowledge.requirements.values() for c in r.claims}
        self.speaks: Callable[[str], bool] = lru_cache(maxsize=8192)(self._speaks)

    def _speaks(self, text: str) -> bool:
        """True where the text addresses a reader, or hides what it says."""
        seen = _seen(text)
        words = _WORD.findall(fold(seen))
        return (
            _MARKS.search(seen) is not None
            or (self._cues is not None and self._cues.search(" ".join(words)) is not None)
            or any(part.strip(".,;:()[]\"'").casefold() in self._claims for part in seen.split() if "-" in part)
            or any(_mixed(word) for word in _WORD.findall(seen))
            or any(_TAGS < ord(c) < _TAGS + 0x80 for c in text)
        )


def _seen(text: str) -> str:
    """What a model makes of the text: wide letters made plain, unseen ones spelled out or dropped."""
    told = "".join(chr(ord(c) - _TAGS) if _TAGS + 0x20 <= ord(c) < _TAGS + 0x7F else c for c in text)
    return "".join(c for c in unicodedata.normalize("NFKC", told) if unicodedata.category(c) != "Cf")


def _mixed(word: str) -> bool:
    """True of a word in letters of two alphabets that look alike."""
    if word.isascii():
        return False
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in word if c.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1
