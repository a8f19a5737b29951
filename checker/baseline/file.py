"""The file that a baseline is kept in: JSON, sorted, an issue a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import msgspec

from checker.baseline.identity import identity
from checker.errors import InputError, writing
from checker.globs import rooted
from checker.report import InputReport
from checker.reports.counts import ISSUES

_VERSION = 1
_MOST_BYTES = 100 * 1024 * 1024


class Entry(msgspec.Struct, frozen=True, order=True):
    """An issue that was there. ``path`` and ``node`` say where, for people and for telling twins apart."""

    requirement: str
    path: str
    node: str
    hash: str


class _File(msgspec.Struct, rename={"version": "guidecheck-baseline"}):
    version: int
    issues: list[Entry]


def entries(inputs: Iterable[InputReport], folder: Path) -> tuple[Entry, ...]:
    """All issues that are not waived, sorted; paths as they are seen from a folder."""
    return tuple(
        sorted(
            Entry(row.id, seen_from(folder, draft.path), draft.node, identity(draft, row))
            for draft in inputs
            for row in draft.requirements
            if row.verdict in ISSUES and row.waived_by is None
        )
    )


def seen_from(folder: Path, path: str) -> str:
    file = rooted(Path(path))
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.as_posix()


def write_baseline(file: Path, inputs: Iterable[InputReport]) -> int:
    """How many issues are in it. Raises CallError where it cannot be written."""
    found = entries(inputs, rooted(file).parent)
    lines = ",\n".join(json.dumps(msgspec.to_builtins(entry)) for entry in found)
    with writing("the baseline", file):
        file.write_text(f'{{"guidecheck-baseline": {_VERSION}, "issues": [\n{lines}\n]}}\n', "utf-8")
    return len(found)


def read_baseline(file: Path) -> tuple[Entry, ...]:
    """Raises InputError where the file is none."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise InputError("the baseline is larger than 100 MB", where=file.name, remedy="name another file")
        read = msgspec.json.decode(file.read_bytes(), type=_File)
    except OSError as error:
        raise InputError(
            f"the baseline cannot be read ({error.strerror or error})",
            where=str(file),
            remedy="write it with --write-baseline",
        ) from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f"is no baseline: {error}", where=file.name, remedy="write it with --write-baseline"
        ) from error
    if read.version != _VERSION:
        raise InputError(f"is a baseline of version {read.version}", where=file.name, remedy="write it anew")
    return tuple(read.issues)
