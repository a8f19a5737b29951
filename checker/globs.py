"""Patterns for paths: ``*`` and ``?`` within a part, ``**`` for any number of parts."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path


def is_pattern(text: str) -> bool:
    return any(mark in text for mark in "*?[")


def matches(path: str, pattern: str) -> bool:
    """True where the whole path, its parts divided by ``/``, is as the pattern says."""
    parts = path.split("/")
    reached = {0}  # parts of the path that the pattern may have used up so far
    for wanted in pattern.split("/"):
        if wanted == "**":
            reached = set(range(min(reached), len(parts) + 1))
        else:
            reached = {n + 1 for n in reached if n < len(parts) and fnmatchcase(parts[n], wanted)}
        if not reached:
            return False
    return len(parts) in reached


def rooted(path: Path) -> Path:
    """The path from the root, without ``..``; where a link leads to is not looked up: it stays in its folder."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - the other way follows links


def anchored(folder: Path, pattern: str) -> str:
    """A pattern for whole paths, as .gitignore takes one in a folder: without ``/`` it fits at any depth."""
    pattern = pattern.replace("\\", "/").removeprefix("./").rstrip("/")
    if Path(pattern).is_absolute():
        return pattern
    folder, depth = rooted(folder), "" if "/" in pattern else "**/"
    while pattern.startswith("../"):
        folder, pattern = folder.parent, pattern[3:]
    return f"{escape(folder.as_posix()).rstrip('/')}/{depth}{pattern}"


def as_written(folder: Path, pattern: str) -> str:
    """What ``anchored`` in that folder makes this pattern of; the pattern itself where nothing shorter does."""
    shorter = pattern.removeprefix(f"{escape(rooted(folder).as_posix()).rstrip('/')}/")
    return shorter if anchored(folder, shorter) == pattern else pattern


def excluded(path: str, pattern: str) -> bool:
    """True where an anchored pattern fits a path, or a folder above it."""
    parts = path.split("/")
    return any(matches("/".join(parts[:n]), pattern) for n in range(1, len(parts) + 1))
