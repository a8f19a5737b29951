"""Work in a fork of this process, bounded in time and memory and without a network: a process of its own that is there
in a few milliseconds, with all that is loaded here. Where the system has no such thing, work is done in this process.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from checker.errors import InputError
from checker.packed_errors import PackedError, unpacked
from checker.readers.fork_child import COUNTS, DONE, ERROR, HEAD, Alive, Work, run
from checker.readers.unplugged import can_unplug

__all__ = ["Line", "Work", "apart", "can_fork"]

SECONDS = 900.0
"""Without a sign of life: the largest file that is read takes a fraction of it."""
MEMORY = 8 * 2**30
"""Bytes of address space."""


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
            if kind == DONE:
                return said
            if kind == ERROR:
                raise unpacked(msgspec.msgpack.decode(said, type=PackedError))
            self._alive(*COUNTS.unpack(said))

    def _start(self) -> None:
        ours, theirs = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if not child:
            os.close(ours)
            run(self._left, theirs, self._memory)
        os.close(theirs)
        self._child, self._pipe = child, ours

    def _heard(self, work: Work) -> tuple[bytes, bytes]:
        try:
            kind, size = HEAD.unpack(self._read(HEAD.size))
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
