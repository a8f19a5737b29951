"""From paths and patterns to the tasks of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from hashlib import file_digest
from pathlib import Path
from zlib import crc32

from checker.errors import GuidecheckError, InputError
from checker.portfolio.failure import Failure
from checker.portfolio.formats import sort_of
from checker.portfolio.task import Item, Job, Task
from checker.selection import files_of

LARGE = 8 * 2**20
"""Bytes from which a file is split before it is checked."""
_MOST_BYTES, _MOST_FILES = 4 * 2**20, 256
_ENDS_ONE_IN = 128
"""One file in so many ends a batch, by its name: a file that comes or goes changes its own batch and few others."""


def items_of(paths: Iterable[str]) -> tuple[tuple[Item, ...], tuple[Failure, ...]]:
    """The files that paths, folders and patterns name, in order and each once, and what is wrong with others."""
    found: dict[Path, None] = {}
    failures: list[Failure] = []
    for path in paths:
        try:
            found.update(dict.fromkeys(files_of(_named(path))))
        except GuidecheckError as error:
            failures.append(Failure(error.what, error.where or path, error.remedy, error.exit_code))
    items = []
    for file in sorted(found, key=str):
        try:
            with file.open("rb") as stream:
                digest = file_digest(stream, "sha256").hexdigest()
            items.append(Item(str(file.resolve()), str(file), digest, file.stat().st_size))
        except OSError as error:
            failures.append(Failure(f"cannot be read ({error.strerror or error})", str(file), "check the path"))
    return tuple(items), tuple(failures)


def _named(path: str) -> list[Path]:
    if not has_magic(path) or Path(path).exists():
        return [Path(path)]
    found = [Path(name) for name in sorted(glob(path, recursive=True))]  # noqa: PTH207 - the pattern may be absolute
    if not found:
        raise InputError("the pattern fits no file", where=path, remedy="check the path")
    return found


def tasks_of(items: Iterable[Item], job: Job) -> Iterator[Task]:
    """Small files go together, large ones and those of IATI are split, documents go one by one."""
    batch: list[Item] = []
    for item in items:
        sort = sort_of(Path(item.path))
        if sort == "document":
            yield Task(job, "document", (item,))
        elif item.size >= LARGE or sort == "activities":
            yield Task(job, "split", (item,))
        else:
            batch.append(item)
            full = sum(i.size for i in batch) >= _MOST_BYTES or len(batch) == _MOST_FILES
            if full or crc32(item.source.encode()) % _ENDS_ONE_IN == 0:
                yield Task(job, "files", tuple(batch))
                batch = []
    if batch:
        yield Task(job, "files", tuple(batch))
