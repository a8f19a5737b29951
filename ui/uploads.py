"""Uploaded drafts: a safe name for each, and a folder that is there only while they are checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from checker.errors import InputError
from checker.filenames import safe_name
from checker.reports.texts import Wording

MOST_MB = 100
"""A file's size in MB; ``maxUploadSize`` in config.toml says the same to the browser."""


class Upload(Protocol):
    """What the page's uploader gives for a file."""

    @property
    def name(self) -> str: ...
    def getvalue(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Draft:
    """An uploaded draft. ``name`` is safe as a file name and no two of a run are alike."""

    name: str
    data: bytes


def drafts_of(uploads: Iterable[Upload], t: Wording) -> tuple[Draft, ...]:
    """The uploads under safe names. Raises InputError where one is larger than ``MOST_MB``."""
    taken: set[str] = set()
    return tuple(_draft(upload, taken, t) for upload in uploads)


def _draft(upload: Upload, taken: set[str], t: Wording) -> Draft:
    name, data = _unlike(safe_name(upload.name), taken), upload.getvalue()
    if len(data) > MOST_MB * 2**20:
        raise InputError(t("upload-too-large", n=MOST_MB), where=name)
    return Draft(name, data)


def _unlike(name: str, taken: set[str]) -> str:
    path, number, found = Path(name), 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{path.stem} ({number}){path.suffix}"
    taken.add(found.casefold())
    return found


@contextmanager
def stored(drafts: Sequence[Draft]) -> Iterator[tuple[Path, ...]]:
    """The drafts as files in a temporary folder of their own, which is gone afterwards."""
    with TemporaryDirectory(prefix="guidecheck-") as folder:
        files = tuple(Path(folder, draft.name) for draft in drafts)
        for file, draft in zip(files, drafts, strict=True):
            file.write_bytes(draft.data)
        yield files
