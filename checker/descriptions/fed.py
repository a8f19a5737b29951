"""Bytes handed to a parser line by line, so that it is known how far it has read."""

from __future__ import annotations

from io import RawIOBase
from typing import IO


class Lines(RawIOBase):
    """``line`` is the one handed out last, counted from 1."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._whole = True
        self.line = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.readline(size)
        self.line += self._whole and bool(data)
        self._whole = data.endswith(b"\n")
        return data
