"""A folder of results, each under the checksum of all that it follows from. It can be deleted at any time."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from checker.kept import write_whole
from checker.places import cache_folder
from checker.report import InputReport
from checker.unread import checksum_of

MOST = 2000
"""Results that are kept; those used longest ago go first."""
MOST_BYTES = 200 * 1024 * 1024
_LARGEST = 64 * 1024 * 1024
"""Bytes of one result, unpacked; larger ones are not kept."""
_CODE = Path(__file__).resolve().parents[1]


class PastResults:
    """``of`` says what results follow from besides the file and the code: knowledge, profile, options.

    What cannot be read or written is as if it were not there.
    """

    def __init__(self, of: str, folder: Path | None = None) -> None:
        self._of = sha256(f"{of}\0{_code()}".encode("utf-8", "surrogatepass")).digest()
        self._folder = folder or cache_folder() / "results"
        self._put = False
        self._keys: dict[Path, str] = {}
        """By file, as it was when it was first asked for: it may change while it is checked."""

    def get(self, file: Path) -> tuple[InputReport, ...] | None:
        """The reports of the file's drafts, where it is as it was."""
        key = self._key(file)
        if not key:
            return None
        kept = self._folder / key
        try:
            unpack = zlib.decompressobj()
            found = msgspec.msgpack.decode(unpack.decompress(kept.read_bytes(), _LARGEST), type=tuple[InputReport, ...])
        except (OSError, zlib.error, msgspec.MsgspecError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(kept)
        return tuple(replace(one, path=str(file)) for one in found)

    def put(self, file: Path, found: tuple[InputReport, ...]) -> None:
        before = self._keys.get(file, "")
        if not before or self._key(file) != before:
            return
        data = msgspec.msgpack.encode(found)
        if len(data) > _LARGEST:
            return
        with suppress(OSError):
            write_whole(self._folder / before, zlib.compress(data, 1))
            self._put = True

    def prune(self) -> None:
        """Takes away what is more than the folder may hold."""
        if not self._put:
            return
        with suppress(OSError):
            room = MOST_BYTES
            for n, (_, size, file) in enumerate(_newest_first(self._folder)):
                room -= size
                if n >= MOST or room < 0:
                    file.unlink(missing_ok=True)

    def _key(self, file: Path) -> str:
        """Also the name counts: reports speak of it. Empty where the file cannot be read."""
        digest = sha256(self._of + os.fsencode(file.name) + b"\0")
        try:
            with file.open("rb") as stream:
                while piece := stream.read(1024 * 1024):
                    digest.update(piece)
        except OSError:
            return ""
        self._keys.setdefault(file, digest.hexdigest())
        return digest.hexdigest()


def _newest_first(folder: Path) -> Iterable[tuple[float, int, Path]]:
    files = [(file.stat(), file) for file in folder.iterdir() if file.is_file()]
    return sorted(((s.st_mtime, s.st_size, file) for s, file in files), reverse=True)


@cache
def _code() -> str:
    """A checksum of the code: what it finds may change while nothing else does."""
    return checksum_of(sorted(_CODE.rglob("*.py")), _sum)


def _sum(files: Sequence[Path]) -> str:
    digest = sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
