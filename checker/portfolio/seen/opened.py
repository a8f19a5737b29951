"""Opens a portfolio for the desk, in a process of its own, bounded in time and memory: whatever the files hold, they
cannot hang or kill the caller, and nothing of them is left behind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from checker.errors import InputError
from checker.portfolio.seen.about import FILE
from checker.portfolio.seen.child import LISTED, Answer
from checker.portfolio.seen.compact import Compact
from checker.readers.bounded import confined

SECONDS = 120.0
MEMORY = 4 * 2**30
"""Bytes of address space, of which DuckDB reserves more than it fills."""
_CHILD = "checker.portfolio.seen.child"


def open_folder(folder: Path) -> Compact:
    """Raises InputError where it is no portfolio."""
    file = folder / FILE
    if not file.is_file():
        remedy = f"name a folder that 'guidecheck portfolio check' wrote; it holds {FILE}"
        raise InputError("this is no portfolio", where=str(folder), remedy=remedy)
    return _opened(file, folder.name)


def open_files(files: Sequence[Path]) -> Compact:
    """A ZIP of a portfolio, or the Parquet files of one. Raises InputError."""
    if len(files) == 1 and files[0].suffix.lower() == ".zip":
        return _opened(files[0], files[0].name)
    strange = next((file for file in files if file.suffix.lower() != ".parquet"), None)
    if strange or not files:
        name = strange.name if strange else ""
        raise InputError("this is no portfolio", where=name, remedy="choose one ZIP, or the Parquet files")
    listed = files[0].parent / f"chosen{LISTED}"
    listed.write_text("\n".join(str(file.absolute()) for file in files), "utf-8")
    return _opened(listed, files[0].name)


def _opened(path: Path, name: str) -> Compact:
    said, code = confined(_CHILD, path, seconds=SECONDS, memory=MEMORY)
    try:
        answer = msgspec.msgpack.decode(said, type=Answer)
    except msgspec.MsgspecError:
        answer = Answer(error=(f"reading it stopped (exit {code})", "", "it is damaged or needs too much memory"))
    if answer.compact is None:
        what, where, remedy = answer.error or ("it cannot be read", "", "")
        raise InputError(what, where=Path(where).name or name, remedy=remedy)
    return answer.compact
