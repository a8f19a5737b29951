"""The file that holds the settings, and what it says."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.config.keys import SETTINGS, Key, Setting, Value
from checker.config.values import checked
from checker.errors import CallError, InputError
from checker.globs import anchored, rooted
from checker.toml import LocatedToml, read_toml

NAME = "guidecheck.toml"
_SHARED, _TABLE = "pyproject.toml", ("tool", "guidecheck")
SETTINGS_FILES = (NAME, _SHARED)
_ROOTS = (".git", ".hg", ".svn")


def upward(start: Path) -> Iterator[Path]:
    """The folder of a path and those above it, up to the root of a repository."""
    start = rooted(start)
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        yield folder
        if any((folder / mark).exists() for mark in _ROOTS):
            return


def planted(file: Path) -> bool:
    """True of somebody else's file in a folder that everybody writes to, such as that for temporary files: whoever put
    it there has no say in how others check."""
    if sys.platform == "win32":
        return False
    try:
        return bool(file.parent.stat().st_mode & stat.S_IWOTH) and file.lstat().st_uid not in (0, os.getuid())
    except OSError:
        return False


def config_file(paths: Iterable[Path]) -> LocatedToml | None:
    """The file that the paths stand under. Raises CallError where they stand under several."""
    found: dict[Path | None, LocatedToml | None] = {}
    starts = {rooted(path) if path.is_dir() else rooted(path).parent for path in paths}
    for start in sorted(starts) or [Path.cwd()]:
        file = _nearest(start)
        found.setdefault(file.path if file else None, file)
    if len(found) > 1:
        names = " and ".join(sorted(str(path) if path else "none" for path in found))
        raise CallError(f"the files stand under different settings ({names})", remedy="check them one by one")
    return next(iter(found.values()), None)


def _nearest(start: Path) -> LocatedToml | None:
    for folder in upward(start):
        if (file := folder / NAME).is_file() and not planted(file):
            return read_toml(file)
        if (file := folder / _SHARED).is_file() and not planted(file) and (read := _of_project(file)):
            return read
    return None


def _of_project(file: Path) -> LocatedToml | None:
    """None where the file says nothing of guidecheck; then it may be wrong otherwise, too."""
    try:
        if b"guidecheck" not in file.read_bytes():
            return None
    except OSError:
        return None
    tool = read_toml(file, located=False).values.get("tool")
    return read_toml(file) if isinstance(tool, dict) and "guidecheck" in tool else None


def settings_in(file: LocatedToml) -> Mapping[str, Setting]:
    """What the file says, by key. Raises InputError with the line."""
    table = _TABLE if file.path.name == _SHARED else ()
    values: Any = file.values
    for name in table:
        values = values[name]
    if not isinstance(values, dict):
        raise InputError("[tool.guidecheck] is no table", where=file.where(*table), remedy="write [tool.guidecheck]")
    file.known(values, (key.name for key in SETTINGS), *table, what="setting")
    found = {}
    for key in SETTINGS:
        if key.name in values:
            where = file.where(*table, key.name)
            value = checked(key, values[key.name], where)
            _stays_inside(file.path.parent, key, value, where)
            found[key.name] = Setting(key, _under(file.path.parent, key, value), where)
    return found


def _stays_inside(folder: Path, key: Key, value: Value, where: str) -> None:
    """A file that came with a draft must not write over others, nor what a program would run: hidden folders hold the
    hooks of a repository and what is installed. Raises InputError."""
    above = folder.resolve()
    for one in value if key.of == "format" and isinstance(value, tuple) else ():
        if not (named := one.partition(":")[2]):
            continue
        place = (folder / named).resolve()
        if not place.is_relative_to(above) or any(part.startswith(".") for part in place.relative_to(above).parts):
            raise InputError(
                f"'{named}' does not lie under the folder of this file, or is hidden",
                where=where,
                remedy="name a place below it, or give --output in the call",
            )


def _under(folder: Path, key: Key, value: Value) -> Value:
    """Paths as they are seen from the current folder."""
    if key.of == "format" and isinstance(value, tuple):
        return tuple(f"{n}:{_seen(folder, f)}" if f else n for n, _, f in (one.partition(":") for one in value))
    if key.of == "profile" and isinstance(value, str):
        return _seen(folder, value) if "/" in value or "\\" in value or (folder / value).is_file() else value
    if key.name == "exclude" and isinstance(value, tuple):
        return tuple(anchored(folder, one) for one in value)
    if not key.is_path:
        return value
    if isinstance(value, tuple):
        return tuple(_seen(folder, one) for one in value)
    return _seen(folder, value) if isinstance(value, str) and value else value


def _seen(folder: Path, named: str) -> str:
    path, here = folder / named, Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
