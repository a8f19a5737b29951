"""Memory that is free goes back to the system: a server runs for weeks, and its threads come and go."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_ARENAS, _MOST = -8, 2
"""M_ARENA_MAX of glibc, and how many heaps all threads share."""


def share_heaps() -> None:
    """Else each of many threads gets a heap of its own, and holds what its largest report took."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(_ARENAS, _MOST)


def give_back() -> None:
    """Where the system's library can: other systems do so by themselves, or not at all."""
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)
