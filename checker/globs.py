"""Patterns for paths: ``*`` and ``?`` within a part, ``**`` for any number of parts."""

from __future__ import annotations

from fnmatch import fnmatchcase


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


def excluded(path: str, pattern: str) -> bool:
    """As .gitignore takes it: a pattern without ``/`` fits any part, one with ``/`` the path or a folder above it."""
    pattern = pattern.removeprefix("./").rstrip("/")
    if "/" not in pattern:
        return any(fnmatchcase(part, pattern) for part in path.split("/"))
    parts = path.split("/")
    return any(matches("/".join(parts[:n]), pattern.removeprefix("/")) for n in range(1, len(parts) + 1))
