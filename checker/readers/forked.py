"""Work in a fork of this process, bounded in time and memory and without a network: a process of its own that is there
in a few milliseconds, with all that is loaded here. Where the system has no such thing, work is done in this process.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import msgspec

from checker.errors import CallError, GuidecheckError, InputError, ToolError
from checker.readers.unplugged import bound, can_unplug, end_with_parent, unplug

SECONDS = 900.0
"""Without a sign of life: the largest file that is read takes a fraction of it."""
MEMORY = 8 * 2**30
"""Bytes of address space."""
LARGEST = 2**30
"""Bytes of a file that is written, such as one of the kept knowledge."""
Alive = Callable[[int, int], None]
"""Told how much of the work is done, and of how much."""
_HEAD = struct.Struct("=cQ")
_DONE, _ERROR, _ALIVE = b"d", b"e", b"a"
_KINDS: dict[str, type[GuidecheckError]] = {kind.__name__: kind for kind in (InputError, CallError, ToolError)}


@dataclass(frozen=True, slots=True)
class Work:
    """``name`` is what errors call it, that of a file. What is done is told in bytes."""

    name: str
    do: Callable[[Alive], bytes]


def can_fork() -> bool:
    return sys.platform == "linux" and can_unplug()


def apart(name: str, do: Callable[[], bytes]) -> bytes:
    """What one piece of work comes to. Raises GuidecheckError."""
    with Line((Work(name, lambda _: do()),)) as line:
        return line.next()


class Line:
    """Pieces of work, one after the other in one fork, from the moment the line is made. One that ends the fork, or is
    silent for too long, is an error, and the others go on in a new fork."""

    def __init__(
        self,
        work: Sequence[Work],
        alive: Alive = lambda done, of: None,
        *,
        seconds: float | None = None,
        memory: int | None = None,
    ) -> None:
        self._left = list(work)
        self._alive = alive
        self._seconds = SECONDS if seconds is None else seconds
        self._memory = MEMORY if memory is None else memory
        self._child, self._pipe = 0, -1
        if can_fork() and self._left:
            self._start()

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def next(self) -> bytes:
        """What the next piece comes to. Raises GuidecheckError."""
        if not self._child and can_fork():
            self._start()
        work = self._left.pop(0)
        if not self._child:
            return work.do(self._alive)
        while True:
            kind, said = self._heard(work)
            if kind == _DONE:
                return said
            if kind == _ERROR:
                raise _raised(said)
            self._alive(*struct.unpack("=QQ", said))

    def _start(self) -> None:
        ours, theirs = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if not child:
            os.close(ours)
            _run(self._left, theirs, self._memory)
        os.close(theirs)
        self._child, self._pipe = child, ours

    def _heard(self, work: Work) -> tuple[bytes, bytes]:
        try:
            kind, size = _HEAD.unpack(self._read(_HEAD.size))
            return kind, self._read(size)
        except TimeoutError:
            self._end()
            raise InputError(
                f"checking took longer than {self._seconds:g} seconds", where=work.name, remedy="split the file",
                text="error-check-late", minutes=max(1, round(self._seconds / 60)),
            ) from None  # fmt: skip
        except EOFError:
            from checker.readers.bounded import stopped

            raise stopped(Path(work.name), self._end()) from None

    def _read(self, size: int) -> bytes:
        found, waiting = bytearray(), select.poll()  # unlike select, for any number of open files
        waiting.register(self._pipe, select.POLLIN)
        while len(found) < size:
            if not waiting.poll(self._seconds * 1000):
                raise TimeoutError
            piece = os.read(self._pipe, min(size - len(found), 1 << 20))
            if not piece:
                raise EOFError
            found += piece
        return bytes(found)

    def _end(self) -> int:
        """Ends the fork, where it has not ended by itself, and says how."""
        if not self._child:
            return 0
        child, self._child = self._child, 0
        os.close(self._pipe)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        with suppress(ChildProcessError):
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return 0


class _Said(msgspec.Struct):
    """An error, by the name of its class; ``line`` and ``column`` are those of the syntax error behind it."""

    kind: str
    what: str
    where: str = ""
    remedy: str = ""
    text: str = ""
    fields: dict[str, str | int] = {}
    line: int = 0
    column: int = 0


def _run(work: Sequence[Work], pipe: int, memory: int) -> NoReturn:
    """The fork, from its beginning to its end."""
    code = 1
    try:
        gc.freeze()
        _cut_off(memory)
        with os.fdopen(pipe, "wb", closefd=False) as out:

            def tell(kind: bytes, said: bytes) -> None:
                out.write(_HEAD.pack(kind, len(said)) + said)
                out.flush()

            for one in work:
                tell(*_outcome(one, lambda done, of: tell(_ALIVE, struct.pack("=QQ", done, of))))
        code = 0
    finally:
        os._exit(code)  # nothing that was opened before the fork is closed here


def _cut_off(memory: int) -> None:
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it ends it
    if faults := sys.modules.get("faulthandler"):
        faults.disable()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    end_with_parent()
    unplug()
    bound(memory, files=LARGEST)


def _outcome(work: Work, alive: Alive) -> tuple[bytes, bytes]:
    try:
        return _DONE, work.do(alive)
    except GuidecheckError as error:
        return _ERROR, msgspec.msgpack.encode(_said(error))
    except MemoryError:
        return _ERROR, msgspec.msgpack.encode(
            _Said("InputError", "reading it needs too much memory", work.name, "split the file", "error-memory")
        )
    except Exception as error:  # a person is told in a sentence, whatever it was
        name = f"{type(error).__name__}: {error}"
        said = _Said("ToolError", f"the tool failed on it ({name})", work.name, "", "error-failed", {"why": name})
        return _ERROR, msgspec.msgpack.encode(said)


def _said(error: GuidecheckError) -> _Said:
    cause = error.__cause__ if isinstance(error.__cause__, SyntaxError) else None
    return _Said(
        type(error).__name__, error.what, error.where, error.remedy, error.text, dict(error.fields),
        (cause and cause.lineno) or 0, (cause and cause.offset) or 0,
    )  # fmt: skip


def _raised(data: bytes) -> GuidecheckError:
    said = msgspec.msgpack.decode(data, type=_Said)
    kind = _KINDS.get(said.kind, InputError)
    error = kind(said.what, where=said.where, remedy=said.remedy, text=said.text, **said.fields)
    if said.line:
        error.__cause__ = SyntaxError(said.what, (said.where, said.line, said.column, None))
    return error
