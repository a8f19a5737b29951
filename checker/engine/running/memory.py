"""How many files are validated at a time within some memory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import CallError, unreadable

_UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([KMGT]i?B)\s*", re.IGNORECASE)
_OF_A_BYTE = 8
"""Bytes of memory for a byte of Turtle, with the whole catalogue: 5.6 were measured."""
_AT_REST = 200_000_000
"""What the process takes before it reads a file."""
_BEST = 40_000_000
"""Bytes of files from which more at a time is no faster."""
_LEAST = 64_000_000
"""What the tables are given at least."""


def in_bytes(memory: str) -> int:
    """Raises CallError for what is no size."""
    found = _SIZE.fullmatch(memory)
    if found is None or not float(found[1]):
        raise CallError(f"'{memory}' is no size of memory", remedy="write it as in 800MB or 2GB")
    return int(float(found[1]) * _UNITS[found[2].upper()])


def in_parts(files: Sequence[Path], memory: str) -> Iterator[tuple[tuple[Path, ...], str]]:
    """Files in their order, as many as fit at a time, each time with the bound for the tables."""
    most = in_bytes(memory)
    room = max(most - _AT_REST, _LEAST)
    tables = f"{max(room // 2, _LEAST) // 10**6}MB"
    part: list[Path] = []
    size = 0
    for file in files:
        more = _size(file)
        if part and size + more > min(room // _OF_A_BYTE, _BEST):
            yield tuple(part), tables
            part, size = [], 0
        part.append(file)
        size += more
    if part:
        yield tuple(part), tables


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise unreadable(file, error) from error
