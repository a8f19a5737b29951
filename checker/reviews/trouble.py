"""What the system says of a disk, said to a person."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checker.reviews.store import StoreError

_REMEDIES = {
    errno.ENOSPC: "make room on the disk; nothing that was saved before is lost",
    errno.EDQUOT: "make room on the disk; nothing that was saved before is lost",
    errno.EACCES: "give yourself the rights to this folder, or name another one in GUIDECHECK_STORE",
    errno.EPERM: "give yourself the rights to this folder, or name another one in GUIDECHECK_STORE",
    errno.EROFS: "name a folder in GUIDECHECK_STORE that can be written",
}


@contextmanager
def on_disk(folder: Path) -> Iterator[None]:
    """Raises StoreError instead of an OSError, and of the RuntimeError that Oxigraph raises on damaged files."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"the store of reviews cannot be used ({error.strerror or error})",
            where=str(folder),
            remedy=_remedy(error),
        ) from error
    except RuntimeError as error:
        raise StoreError(
            f"the store of reviews is damaged ({error})",
            where=str(folder),
            remedy="put a backup in its place, or import exported reviews into a new folder",
        ) from error


def _remedy(error: OSError) -> str:
    """RocksDB says what went wrong in the system's words and gives no number."""
    for number, remedy in _REMEDIES.items():
        if error.errno == number or (error.errno is None and os.strerror(number) in str(error)):
            return remedy
    return "check the disk and the rights to this folder"
