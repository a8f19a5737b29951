"""A TOML file read, or the line on which it cannot be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from checker.errors import InputError, unreadable
from checker.toml.lines import MOST_LINES, TooLongError, lines_of

_MOST_BYTES = 1024 * 1024
_MOST_PARTS = 64
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(rf"""(?<![\w"'-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_MOST_PARTS}}}""")
"""The parser needs a time that grows with the square of a key's parts."""
_AT = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class LocatedToml:
    """What a file says; ``lines`` are those of its keys, by their path from the top."""

    path: Path
    values: Mapping[str, Any]
    lines: Mapping[tuple[str | int, ...], int]

    def where(self, *keys: str | int) -> str:
        """The file with the line of a key, or of the nearest table around it."""
        for n in range(len(keys), 0, -1):
            if keys[:n] in self.lines:
                return f"{self.path.name}:{self.lines[keys[:n]]}"
        return self.path.name

    def known(self, given: Iterable[str], known: Iterable[str], *table: str | int, what: str) -> None:
        """Raises InputError at the first key that is none of the known."""
        names = sorted(known)
        for key in given:
            if key not in names:
                raise InputError(
                    f"unknown {what} '{key}'",
                    where=self.where(*table, key),
                    remedy=nearest(key, names) or f"known are {', '.join(names)}",
                )


def read_toml(path: Path, *, located: bool = True) -> LocatedToml:
    """Raises InputError, with the line, where the file cannot be read or is no TOML. Lines are found if ``located``."""

    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > _MOST_BYTES:
        raise InputError("the file is larger than 1 MB", where=path.name, remedy="split it")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        if found := _LONG_KEY.search(text):
            where = f"{path.name}:{text.count(chr(10), 0, found.start()) + 1}"
            raise InputError(f"a key has more than {_MOST_PARTS} parts", where=where, remedy="shorten it")
        return LocatedToml(path, tomllib.loads(text), lines_of(text) if located else {})
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8", where=f"{path.name}:{line}", remedy="save it as UTF-8") from error
    except RecursionError as error:
        raise InputError("is nested too deeply", where=path.name, remedy="flatten it") from error
    except TooLongError as error:
        raise InputError(
            f"a value takes more than {MOST_LINES} lines, or very long ones",
            where=f"{path.name}:{error.line}",
            remedy="shorten it",
        ) from error
    except ValueError as error:
        found = _AT.search(str(error))
        end = f"{path.name}:{text.count(chr(10)) + 1}" if "end of document" in str(error) else path.name
        raise InputError(
            f"not valid TOML: {_AT.sub('', str(error)).strip()}",
            where=f"{path.name}:{found[1]}" if found else end,
            remedy="mend that line",
        ) from error


def nearest(name: str, known: Iterable[str]) -> str:
    """The question that helps whoever misspelt a name; empty where none is near."""
    names = {n.lower().replace("_", "-"): n for n in known}
    near = get_close_matches(name.lower().replace("_", "-"), names, 1, 0.6)
    return f"did you mean {names[near[0]]}?" if near else ""
