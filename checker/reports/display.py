"""Texts of drafts made safe and short enough to show; whatever a draft or a file name holds, it stays text."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from checker.report import Evidence, InputReport
from checker.unseen import one_line, visible

__all__ = ["draft_name", "one_line", "percent", "place", "short_checksum", "shorten", "visible"]


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


def percent(share: float) -> str:
    """In whole percent, with the space that Spanish and French want; no line breaks in it."""
    return f"{100 * share:.0f}\u00a0%"


def place(passage: Evidence) -> str:
    """The path of headings above a passage."""
    return " › ".join(one_line(heading) for heading in passage.heading if heading.strip())
