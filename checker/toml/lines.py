"""On which line each key of a TOML text stands, from the parser itself: it is given one statement after the other."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""Keys from the top of the file; a table of an array of tables by its number."""
MOST_LINES = 1000
"""Lines of one value: the parser is asked after each of them where it may end."""
_MOST_ASKED = 2_000_000
"""Characters that the parser is asked about, all in all."""
_ENDS = ("]", '"""', "'''")
"""With one of these a value of several lines ends."""


class TooLongError(ValueError):
    """A value spans more lines than are looked through."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def lines_of(text: str) -> Mapping[Path, int]:
    """The line of every table and key of a text that is TOML, counted from 1. Raises TooLongError."""
    found: dict[Path, int] = {}
    table: Path = ()
    made = Counter[Path]()
    for line, said, is_header in _statements(text):
        keys = _keys(said)
        if is_header:
            table = _table(keys, said, made)
            for n in range(1, len(table) + 1):
                found.setdefault(table[:n], line)
        else:
            found.setdefault((*table, *keys), line)
            for n in range(1, len(keys)):
                found.setdefault((*table, *keys[:n]), line)
    return found


def _statements(text: str) -> Iterator[tuple[int, Mapping[str, object], bool]]:
    """Each statement as it is read alone: the line where it begins, and whether it opens a table."""
    first, gathered, size, asked = 0, list[str](), 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        if not gathered and not (said := line.strip()):
            continue
        if not gathered:
            first, opens, size = number, said.startswith("["), 0
        gathered.append(line)
        size += len(line)
        if len(gathered) > MOST_LINES or asked > _MOST_ASKED:
            raise TooLongError(first)
        if len(gathered) > 1 and not any(end in line for end in _ENDS):
            continue
        asked += size
        try:
            read = tomllib.loads("\n".join(gathered))
        except tomllib.TOMLDecodeError:
            continue
        gathered = []
        if read:
            yield first, read, opens


def _keys(said: Mapping[str, object]) -> tuple[str, ...]:
    """The dotted key of a statement."""
    ((key, value),) = said.items()
    return (key, *_keys(value)) if isinstance(value, dict) and len(value) == 1 else (key,)


def _table(keys: tuple[str, ...], said: Mapping[str, object], made: Counter[Path]) -> Path:
    """The path of a header, with the number of the last table wherever an array of tables is on the way."""
    path: Path = ()
    value: object = said
    for key in keys:
        value = value[key] if isinstance(value, dict) else None
        path = (*path, key)
        if isinstance(value, list):
            made[path] += 1
        if made[path]:
            path = (*path, made[path] - 1)
    return path
