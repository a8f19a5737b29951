"""Parts of a ZIP package, unpacked one by one and never beyond a bound."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from checker.errors import InputError

MAX_ENTRIES = 10_000
MAX_TOTAL = 200 * 2**20
"""Bytes that all parts may hold together, by their own account and as read."""
MAX_PART = 48 * 2**20
"""Bytes that one part may hold when it is read."""
MAX_RATIO = 250
"""How many times larger than packed a part of more than ``RATIO_FROM`` bytes may be."""
RATIO_FROM = 4 * 2**20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How office programs pack. What is packed otherwise is unpacked without a bound: 3 KB can become gigabytes at once."""
_CHUNK = 1 << 16
_END = b"PK\x05\x06"


class Archive:
    """A package in memory or in an open file. Part names are as packed; look-ups go by lower case. Errors are
    InputErrors."""

    def __init__(
        self,
        data: bytes | BinaryIO,
        name: str,
        *,
        most_part: int = MAX_PART,
        most_total: int = MAX_TOTAL,
        most_entries: int = MAX_ENTRIES,
    ) -> None:
        self._name, self._most_entries = name, most_entries
        self._most_part, self._most_total = most_part, most_total
        self._read = 0
        stream = io.BytesIO(data) if isinstance(data, bytes) else data
        self._count_first(stream)
        try:
            self._zip = zipfile.ZipFile(stream)
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
            raise self._damaged() from None
        if len(infos) > most_entries:
            raise self._too_large(f"it holds more than {most_entries:,} parts")
        if sum(info.file_size for info in infos) > most_total:
            raise self._too_large(f"it unpacks to more than {most_total >> 20} MB")
        self._parts = {_plain(info.filename): info for info in infos}
        if len(self._parts) < len(infos):
            raise self._ambiguous("two of its parts have one name")
        if _overlap(infos):
            raise self._ambiguous("parts of it overlap")
        if any(info.compress_type not in _METHODS for info in infos):
            raise self._ambiguous("it is packed as no office program packs")
        self.names = tuple(info.filename for info in infos)

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._parts

    def part(self, part: str) -> bytes:
        """The bytes of a part; KeyError where there is none."""
        info = self._parts[_plain(part)]
        if info.flag_bits & 0x1:
            raise InputError(
                "the package is encrypted",
                where=self._name,
                remedy="save it again without a password",
                text="error-password",
            )
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._bound(part, size, info.compress_size)
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise self._damaged() from None
        self._read += size
        return b"".join(chunks)

    def _bound(self, part: str, size: int, packed: int) -> None:
        if size > self._most_part:
            raise self._too_large(f"{part} unpacks to more than {self._most_part >> 20} MB")
        if self._read + size > self._most_total:
            raise self._too_large(f"it unpacks to more than {self._most_total >> 20} MB")
        if size > RATIO_FROM and size > MAX_RATIO * max(packed, 1):
            raise self._too_large(f"{part} unpacks to more than {MAX_RATIO} times its packed size")

    def _count_first(self, stream: BinaryIO) -> None:
        """Refuses an absurd number of entries before their directory is built in memory."""
        length = stream.seek(0, io.SEEK_END)
        stream.seek(max(0, length - 66_000))
        tail = stream.read()
        end = tail.rfind(_END)
        if end < 0:
            raise self._damaged()
        directory = int.from_bytes(tail[end + 12 : end + 16], "little")
        if directory > length:
            raise self._damaged()
        if directory > self._most_entries * 400:
            raise self._too_large(f"it holds more than {self._most_entries:,} parts")

    def _ambiguous(self, why: str) -> InputError:
        """Another program would read something else in it."""
        return InputError(f"the package is refused: {why}", where=self._name, remedy="open and save the document anew")

    def _damaged(self) -> InputError:
        return InputError(
            "the package is damaged or cut off",
            where=self._name,
            remedy="send it again, or open and save it anew",
            text="error-package-damaged",
        )

    def _too_large(self, why: str) -> InputError:
        return InputError(
            f"the package is refused as a possible archive bomb: {why}",
            where=self._name,
            remedy="save the document anew without large embedded parts",
            text="error-package-bomb",
        )


def _plain(name: str) -> str:
    """The name that parts are looked up by, whatever the program that packed them thinks of slashes and case."""
    return name.replace("\\", "/").lstrip("/").lower()


def _overlap(infos: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether a part begins before the one ahead of it ends."""
    ends = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < ends:
            return True
        ends = info.header_offset + len(info.orig_filename) + info.compress_size
    return False
