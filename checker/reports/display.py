"""Texts of drafts made safe and short enough to show; whatever a draft or a file name holds, it stays text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

from checker.report import Evidence, InputReport

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, line separators, overrides of the writing direction, tags, lone surrogates."""


def visible(text: str) -> str:
    """The text with characters that act without being seen written as their code points."""
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return visible(" ".join(text.split()))


def shorten(text: str, length: int) -> str:
    """At most ``length`` characters, cut between words where that loses little."""
    line = one_line(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length * 2 // 3 else cut).rstrip(" ,;:.") + "…"


def draft_name(draft: InputReport) -> str:
    """The draft's title, or its file's name."""
    if draft.name.strip():
        return one_line(draft.name)
    path = PureWindowsPath(draft.path) if "\\" in draft.path else PurePosixPath(draft.path)
    return one_line(path.name or draft.path)


def short_checksum(checksum: str) -> str:
    """The first twelve digits, enough to compare by eye."""
    return one_line(checksum.removeprefix("sha256:"))[:12]


def place(passage: Evidence) -> str:
    """The path of headings above a passage."""
    return " › ".join(one_line(heading) for heading in passage.heading if heading.strip())
