"""Where uploads lie while they are checked, and what a server that was killed has left there."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PREFIX = "guidecheck-serve-"
_LOCK = "held"


def held_folder() -> tuple[Path, Callable[[], None]]:
    """A folder for nobody but the user, and what takes it away. Takes away first what no server holds any more."""
    sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    let_go = _hold(folder)

    def away() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        let_go()

    return folder, away


def sweep(above: Path) -> None:
    """A lock says whether a server still runs: the system lets go of it, whichever way the server ended."""
    for folder in above.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if not folder.is_symlink() and _is_mine(folder) and not _is_held(folder):
                shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":

    def _hold(folder: Path) -> Callable[[], None]:
        return (folder / _LOCK).open("w").close

    def _is_held(folder: Path) -> bool:
        """An open file cannot be deleted there."""
        (folder / _LOCK).unlink()
        return False

    def _is_mine(folder: Path) -> bool:
        return folder.is_dir()

else:
    import fcntl

    def _hold(folder: Path) -> Callable[[], None]:
        """The lock gets its name once it is held, so that nobody takes it for one that was let go of."""
        beside = folder / "taken"
        lock = beside.open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        beside.rename(folder / _LOCK)
        return lock.close

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
