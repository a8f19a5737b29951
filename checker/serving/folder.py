"""Where uploads lie while they are checked, and what a server that was killed has left there."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PREFIX = "guidecheck-serve-"
_LOCK = "held"


@dataclass(frozen=True, slots=True)
class Held:
    """A folder for nobody but the user. It stays for as long as a process has one of the locks open."""

    path: Path
    locks: tuple[IO[str] | int, ...]

    @property
    def handles(self) -> tuple[int, ...]:
        """Of the locks, for a process that is to hold it as well; none where the system hands none on."""
        if sys.platform == "win32":
            return ()
        return tuple(lock if isinstance(lock, int) else lock.fileno() for lock in self.locks)

    def away(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        for lock in self.locks:
            with suppress(OSError):
                os.close(lock) if isinstance(lock, int) else lock.close()


def held_folder() -> Held:
    """A new one. Takes away first what no server holds any more."""
    sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    return Held(folder, _hold(folder))


def sweep(above: Path) -> None:
    """A lock says whether a server still runs: the system lets go of it, whichever way the server ended."""
    for folder in above.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if not folder.is_symlink() and _is_mine(folder) and not _is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":

    def _hold(folder: Path) -> tuple[IO[str] | int, ...]:
        return ((folder / _LOCK).open("w"),)

    def _is_held(folder: Path) -> bool:
        """An open file cannot be deleted there."""
        (folder / _LOCK).unlink()
        return False

    def _is_mine(folder: Path) -> bool:
        return folder.is_dir()

else:
    import fcntl

    def _hold(folder: Path) -> tuple[IO[str] | int, ...]:
        """The lock gets its name once it is held, so that nobody takes it for one that was let go of. That of the
        folder itself is for programs of the system that clear out what is old."""
        beside = folder / "taken"
        lock = beside.open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        beside.rename(folder / _LOCK)
        itself = os.open(folder, os.O_RDONLY)
        fcntl.flock(itself, fcntl.LOCK_SH)
        return lock, itself

    def _is_held(folder: Path) -> bool:
        """Raises OSError where there is no lock: the folder is just being made."""
        with (folder / _LOCK).open() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def _is_mine(folder: Path) -> bool:
        return folder.is_dir() and folder.stat().st_uid == os.getuid()
