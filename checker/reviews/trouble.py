"""What the system says of a disk, said to a person."""

from __future__ import annotations

import errno
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
    """Raises StoreError instead of any OSError but FileNotFoundError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise StoreError(
            f"the store of reviews cannot be used ({error.strerror or error})",
            where=str(folder),
            remedy=_REMEDIES.get(error.errno or 0, "check the disk and the rights to this folder"),
        ) from error
