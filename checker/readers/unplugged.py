"""A process cut off from every network, and from starting programs where it needs none: a filter in the kernel.

A hook of the interpreter covers Python alone; parsers in C and Rust answer to the kernel only. Linux on x86-64 and
arm64 has it, without privileges and in containers. Elsewhere ``unplug`` gives False, and the hook is what there is.
"""

from __future__ import annotations

import platform
import signal
import struct
import sys
from collections.abc import Iterable

_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 13, 0x80000000
"""What becomes of a call: it goes on, it fails with EACCES, or the process ends."""
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST = 0, 4, 16
"""Where the kernel's account of a call holds these, in bytes."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER, _DEATH_SIGNAL = 38, 22, 2, 1
_LOCAL = 1
"""AF_UNIX: sockets that stay on the machine, such as those of a pair of threads."""
_X32 = 0x40000000
"""Numbers from here on are the same calls under another name, on x86-64."""


class _Calls:
    """The numbers of calls on one kind of machine."""

    def __init__(self, audit: int, socket: int, elsewhere: Iterable[int], programs: Iterable[int]) -> None:
        self.audit, self.socket = audit, socket
        self.elsewhere, self.programs = tuple(elsewhere), tuple(programs)


_RINGS = (425, 426, 427)
"""io_uring, which opens sockets without the call for it."""
_CALLS = {
    "x86_64": _Calls(0xC000003E, 41, (101, 310, 311, *_RINGS), (59, 322)),
    "aarch64": _Calls(0xC00000B7, 198, (117, 270, 271, *_RINGS), (221, 281)),
}
"""Elsewhere: ptrace and the memory of other processes, by which another process could be made to do it."""


def can_unplug() -> bool:
    """Whether this machine has such a filter."""
    return sys.platform == "linux" and platform.machine() in _CALLS and sys.maxsize > 2**32


def unplug(*, programs: bool = False) -> bool:
    """Whether this process, and all that it starts, is cut off now, for good. ``programs`` lets it start some.

    Connections by the local file system stay, as no parser is handed the name of one.
    """
    if not can_unplug():
        return False
    import ctypes

    code = _filter(_CALLS[platform.machine()], programs=programs)
    held = ctypes.create_string_buffer(code, len(code))
    program = struct.pack("@HP", len(code) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
        and libc.prctl(_SECCOMP, _FILTER, ctypes.c_char_p(program), 0, 0) == 0
    )


def bound(memory: int, *, files: int) -> None:
    """At most so many bytes of address space and in a file that is written, and no core file, for this process."""
    try:
        import resource
    except ImportError:  # Windows has no such bounds; time stays bounded by the parent
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (files, files))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_with_parent() -> None:
    """This process is killed when the thread that started it ends, on Linux."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def _filter(calls: _Calls, *, programs: bool) -> bytes:
    """The program that the kernel runs on each call."""
    refused = (*calls.elsewhere, *(() if programs else calls.programs))
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, calls.audit),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        *([(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _REFUSE)] if calls.audit == _CALLS["x86_64"].audit else []),
    ]
    for number in refused:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    steps += [
        (_EQUAL, 0, 3, calls.socket),
        (_LOAD, 0, 0, _FIRST),
        (_EQUAL, 1, 0, _LOCAL),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
