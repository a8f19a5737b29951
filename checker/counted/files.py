"""Which of the files named are left after the excludes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.errors import InputError
from checker.globs import anchored, excluded
from checker.selection import files_of


def chosen_files(paths: Iterable[Path], exclude: Iterable[str]) -> tuple[Path, ...]:
    """As ``files_of``, without those under folders that a pattern excludes; a file that is named itself stays.

    Raises InputError where nothing is left.
    """
    named = tuple(paths)
    patterns = [anchored(Path.cwd(), pattern) for pattern in exclude]
    found = files_of(named)
    left = tuple(
        file
        for file in found
        if file in named or not any(excluded(file.absolute().as_posix(), pattern) for pattern in patterns)
    )
    if not left:
        raise InputError("every file is excluded", where=", ".join(map(str, named)), remedy="exclude less")
    return left
