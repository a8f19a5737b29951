"""Bytes by their SHA-256, a file each, in a folder beside the graphs."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from checker.errors import InputError
from checker.reviews.trouble import on_disk

_NAME = re.compile(r"[0-9a-f]{64}")
_LEFT_OVER = 24 * 3600.0


class Blobs:
    """A file is there whole or not at all: it is written under another name, synced, and renamed."""

    def __init__(self, folder: Path, *, shared: bool = False) -> None:
        """``shared``: whoever may use the folder above may use this one; else nobody but the user may."""
        self.folder = folder
        with on_disk(folder):
            folder.parent.mkdir(parents=True, exist_ok=True)
            if shared:
                _make_like_parent(folder)
            folder.mkdir(exist_ok=True, mode=0o700)
            for file in folder.glob("*/*.part"):
                if time.time() - file.stat().st_mtime > _LEFT_OVER:
                    file.unlink(missing_ok=True)

    def put(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        file = self._file(name)
        with on_disk(self.folder):
            if file.exists() and self._is_whole(name):
                return name
            _make_like_parent(file.parent)
            with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as beside:
                try:
                    beside.write(data)
                    beside.flush()
                    os.fsync(beside.fileno())
                    beside.close()
                    Path(beside.name).chmod(file.parent.stat().st_mode & 0o666)
                    Path(beside.name).replace(file)
                except BaseException:
                    beside.close()
                    Path(beside.name).unlink(missing_ok=True)
                    raise
            sync_folder(file.parent)
            sync_folder(self.folder)
        return name

    def get(self, name: str) -> bytes:
        """Raises InputError where it is missing or not what its name says."""
        if not _NAME.fullmatch(name):
            raise InputError(f"'{name[:80]}' names no file of a review", text="desk-not-understood")
        with on_disk(self.folder):
            if not self._file(name).exists():
                raise InputError(
                    f"the file {name[:12]}… of a review is missing",
                    where=str(self.folder),
                    remedy="name the team's folder in GUIDECHECK_BLOBS, or import the review from a backup",
                    text="error-blob-missing",
                    name=name[:12],
                )
            data = self._file(name).read_bytes()
        if sha256(data).hexdigest() != name:
            raise InputError(
                f"the file {name[:12]}… of a review is damaged",
                where=str(self.folder),
                remedy="import the review from a backup",
                text="error-blob-damaged",
                name=name[:12],
            )
        return data

    def has(self, name: str) -> bool:
        return bool(_NAME.fullmatch(name)) and self._file(name).exists()

    def remove(self, name: str) -> None:
        with on_disk(self.folder):
            self._file(name).unlink(missing_ok=True)

    def keep_only(self, named: Collection[str]) -> None:
        """Takes away what was written and never named, as by a process that was killed. Only for who is alone here."""
        with on_disk(self.folder):
            for name in set(self.names()).difference(named):
                self._file(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        return (file.name for file in sorted(self.folder.glob("??/*")) if _NAME.fullmatch(file.name))

    def _file(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def _is_whole(self, name: str) -> bool:
        return sha256(self._file(name).read_bytes()).hexdigest() == name


def _make_like_parent(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(exist_ok=True)
        folder.chmod(folder.parent.stat().st_mode & 0o7777)


def sync_folder(folder: Path) -> None:
    """Makes sure that new names in a folder are on disk, where the system lets one."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
