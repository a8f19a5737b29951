"""The files that a call is about: those to check, and the waivers that hold for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.config.files import planted, upward
from checker.errors import InputError
from checker.globs import anchored, excluded, rooted
from checker.selection import files_of
from checker.waivers import NAME


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
        if file in named or not any(excluded(rooted(file).as_posix(), pattern) for pattern in patterns)
    )
    if not left:
        raise InputError("every file is excluded", where=", ".join(map(str, named)), remedy="exclude less")
    return left


def waiver_files(named: Path | None, paths: Iterable[Path]) -> tuple[Path, ...]:
    """The file that was named, or those nearest above the paths."""
    if named:
        return (named,)
    starts = {rooted(path) if path.is_dir() else rooted(path).parent for path in paths}
    found = (next(_waiving(start), None) for start in sorted(starts))
    return tuple(dict.fromkeys(file for file in found if file))


def _waiving(start: Path) -> Iterator[Path]:
    yield from (file for folder in upward(start) if (file := folder / NAME).is_file() and not planted(file))
