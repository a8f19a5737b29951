"""The fork itself: cut off and bounded, it does its work piece by piece and says on a pipe what came of it."""

from __future__ import annotations

import gc
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

import msgspec

from checker.errors import GuidecheckError, InputError, ToolError
from checker.packed_errors import packed
from checker.readers.unplugged import bound, end_with_parent, unplug

LARGEST = 2**30
"""Bytes of a file that is written, such as one of the kept knowledge."""
HEAD, COUNTS = struct.Struct("=cQ"), struct.Struct("=QQ")
"""Before what is said: its kind and its length. And a sign of life: how much is done, and of how much."""
DONE, ERROR, ALIVE = b"d", b"e", b"a"
Alive = Callable[[int, int], None]
"""Told how much of the work is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Work:
    """``name`` is what errors call it, that of a file. What is done is told in bytes."""

    name: str
    do: Callable[[Alive], bytes]


def run(work: Sequence[Work], pipe: int, memory: int) -> NoReturn:
    """The fork, from its beginning to its end."""
    code = 1
    try:
        gc.freeze()
        _cut_off(memory)
        with os.fdopen(pipe, "wb", closefd=False) as out:

            def tell(kind: bytes, said: bytes) -> None:
                out.write(HEAD.pack(kind, len(said)) + said)
                out.flush()

            for one in work:
                tell(*_outcome(one, lambda done, of: tell(ALIVE, COUNTS.pack(done, of))))
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
        return DONE, work.do(alive)
    except GuidecheckError as error:
        raised = error
    except MemoryError:
        raised = InputError(
            "reading it needs too much memory", where=work.name, remedy="split the file", text="error-memory"
        )
    except Exception as error:  # a person is told in a sentence, whatever it was
        why = f"{type(error).__name__}: {error}"
        raised = ToolError(f"the tool failed on it ({why})", where=work.name, text="error-failed", why=why)
    return ERROR, msgspec.msgpack.encode(packed(raised))
