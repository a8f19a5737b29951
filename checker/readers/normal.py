"""One spelling for text that looks the same: composed letters, no ligatures, no invisible marks, single spaces."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {
    0x017F: "s", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_INVISIBLE = (
    0x00AD,  # soft hyphen
    *range(0x200B, 0x2010),  # zero-width spaces and joiners, left-to-right and right-to-left marks
    *range(0x202A, 0x202F),  # bidirectional embedding
    *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates
    0xFEFF,  # byte-order mark
    0xFFFE,
    0xFFFF,
)
_DROP: dict[int, str | None] = {**dict.fromkeys(_INVISIBLE), **_LIGATURES}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

_ENDLESS = re.compile(r"([\d.,]{300})[\d.,]+")
"""What is no number and no line of dots: cues for sums and shares take a time that grows with its square."""


def normalise(text: str) -> str:
    """NFC, ligatures spelt out, soft hyphens and invisible marks gone, every run of white space one space, every run of
    digits and points 300 at most."""
    text = _ENDLESS.sub(r"\1", _SURROGATE.sub("\ufffd", _CONTROL.sub("", text.translate(_DROP))))
    return " ".join(unicodedata.normalize("NFC", text).split())
