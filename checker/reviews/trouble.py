"""What the system says of a disk, said to a person."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checker.reviews.store import StoreError

_TROUBLES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "rights",
    errno.EPERM: "rights",
    errno.EROFS: "read-only",
}
_REMEDIES = {
    "full": "make room on the disk; nothing that was saved before is lost",
    "rights": "give yourself the rights to this folder, or name another one in GUIDECHECK_STORE",
    "read-only": "name a folder in GUIDECHECK_STORE that can be written",
    "disk": "check the disk and the rights to this folder",
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
            text=f"error-store-{_trouble(error)}",
            why=error.strerror or str(error),
        ) from error
    except RuntimeError as error:
        raise StoreError(
            f"the store of reviews is damaged ({error})",
            where=str(folder),
            remedy="put a backup in its place, or import exported reviews into a new folder",
            text="error-store-damaged",
            why=str(error),
        ) from error


def _remedy(error: OSError) -> str:
    return _REMEDIES[_trouble(error)]


def _trouble(error: OSError) -> str:
    """RocksDB says what went wrong in the system's words and gives no number."""
    for number, trouble in _TROUBLES.items():
        if error.errno == number or (error.errno is None and os.strerror(number) in str(error)):
            return trouble
    return "disk"
