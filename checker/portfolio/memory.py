"""How much memory a worker may take."""

from __future__ import annotations

import re
import signal

from checker.errors import CallError

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)I?B?", re.IGNORECASE)
_LEAST = 512 * 2**20


def size_of(text: str) -> int:
    """Bytes, from text as in 800MB or 2GB. Raises CallError."""
    found = _SIZE.fullmatch(text.strip())
    if not found:
        raise CallError(f"'{text}' is no size of memory", remedy="write it as in 800MB or 2GB")
    size = int(float(found[1]) * 1024 ** " KMGT".index(found[2].upper() or " "))
    if size < _LEAST:
        raise CallError(f"{text} of memory are too little for a worker", remedy=f"give {_LEAST // 2**20}MB or more")
    return size


def start_worker(memory: int) -> None:
    """Bounds this process, where the system can, and leaves Ctrl-C to the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory, resource.getrlimit(resource.RLIMIT_DATA)[1]))
