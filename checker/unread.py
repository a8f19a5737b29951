"""Checksums of files that are not read again while they are as they were.

Relied on is what every edit moves on a file system of Unix: the time of a file's last change (ctime), which programs
cannot set, beside its size, its inode and its mtime. A file that changed in the last seconds may change again within
one tick of that clock, so then nothing is kept; nor on Windows, which keeps no such time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from checker.kept import write_whole
from checker.places import cache_folder

_SETTLED = 3 * 10**9
"""Nanoseconds: longer than the ticks of any file system."""
_MOST = 64
"""Sums that are kept; those written longest ago go first."""


def checksum_of(files: Sequence[Path], reckon: Callable[[Sequence[Path]], str]) -> str:
    """What ``reckon`` makes of the files' names and bytes; it is asked where a file may have changed since."""
    if os.name == "nt":
        return reckon(files)
    now = time.time_ns()
    try:
        stamp, changed = _stamp(files)
    except OSError:
        return reckon(files)
    name = sha256("\0".join([reckon.__module__, *map(str, files)]).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    kept = cache_folder() / "sums" / name
    with suppress(OSError, ValueError):
        known, _, found = kept.read_text(encoding="ascii").partition(" ")
        if known == stamp and found:
            return found
    found = reckon(files)
    if changed + _SETTLED < now:
        with suppress(OSError, UnicodeError):
            write_whole(kept, f"{stamp} {found}".encode("ascii"))
            _forget(kept.parent)
    return found


def _stamp(files: Sequence[Path]) -> tuple[str, int]:
    """A checksum of all that would differ after an edit, and the time of the last one."""
    told, changed = [], 0
    for file in files:
        s = os.stat(file)  # noqa: PTH116 - six hundred files: half the time of Path.stat
        told.append(f"{s.st_dev} {s.st_ino} {s.st_size} {s.st_mtime_ns} {s.st_ctime_ns}")
        changed = max(changed, s.st_mtime_ns, s.st_ctime_ns)
    return sha256("\n".join(told).encode()).hexdigest(), changed


def _forget(folder: Path) -> None:
    found = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in found[_MOST:]:
        file.unlink(missing_ok=True)
