"""What is kept between runs: data only, each part under the checksum of what it was made from."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from checker.places import cache_folder

T = TypeVar("T")
_MOST = 4
"""How many states of one kind of thing are kept; the one used longest ago goes first."""


class Kept:
    """A folder that may be deleted at any time. What cannot be read or written is as if it were not there."""

    def __init__(self, what: str, digest: str, code: Path) -> None:
        """``digest`` is the checksum of the source; the files of ``code``, which reads it, count as well."""
        state = sha256(f"{digest} {_checksum(code)}".encode()).hexdigest()[:32]
        self._folder = cache_folder() / what / state
        with suppress(OSError):
            os.utime(self._folder)

    def take(self, name: str, kind: Any, make: Callable[[], T]) -> T:
        """The part of this name and type, made where it is not kept."""
        file = self._folder / f"{name}.msgpack"
        with suppress(OSError, msgspec.MsgspecError, RecursionError):
            found: T = msgspec.msgpack.Decoder(kind).decode(file.read_bytes())
            return found
        made = make()
        with suppress(OSError):
            self._keep(file, msgspec.msgpack.Encoder(enc_hook=_plain).encode(made))
        return made

    def _keep(self, file: Path, data: bytes) -> None:
        if not self._folder.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            _forget_old(self._folder.parent)
        write_whole(file, data)


def write_whole(file: Path, data: bytes) -> None:
    """All of it or nothing, readable by nobody else; the folder is made. Raises OSError."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(part).replace(file)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise


def _plain(value: object) -> object:
    if isinstance(value, MappingProxyType):
        return dict(value)
    raise NotImplementedError(type(value))


@cache
def _checksum(code: Path) -> str:
    """Of the code of a room: what it reads may change while the files do not."""
    digest = sha256()
    for file in sorted(code.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _forget_old(folder: Path) -> None:
    states = sorted((f for f in folder.iterdir() if f.is_dir()), key=lambda f: f.stat().st_mtime, reverse=True)
    for state in states[_MOST:]:
        for file in state.iterdir():
            file.unlink(missing_ok=True)
        with suppress(OSError):
            state.rmdir()
