"""What no attack may reach: a server on this machine, and a file that tells when it is opened."""

from __future__ import annotations

import ctypes
import os
import socketserver
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECRET = "nothing-may-tell-this-4711"
_NOT_BLOCKING, _OPENED = 0o4000, 0x20 | 0x1
"""For inotify: opened or read."""


@dataclass
class Canary:
    """``url`` and ``file`` are what attacks point to. ``unharmed`` fails where one of the two was touched."""

    url: str
    file: Path
    asked: list[bytes] = field(default_factory=list)
    watch: int = -1

    @property
    def file_url(self) -> str:
        return self.file.as_uri()

    def unharmed(self, *said: str) -> None:
        assert self.asked == []
        assert not self._opened(), "the canary file was opened"
        assert all(SECRET not in text for text in said)

    def _opened(self) -> bool:
        try:
            return bool(os.read(self.watch, struct.calcsize("iIII") + 256)) if self.watch >= 0 else False
        except BlockingIOError:
            return False


@contextmanager
def canary(folder: Path) -> Iterator[Canary]:
    file = folder / "canary.txt"
    file.write_text(SECRET)
    found = Canary("", file, watch=_watch(file))

    class Asked(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            found.asked.append(self.request.recv(200))

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Asked) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        found.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield found
        server.shutdown()
    if found.watch >= 0:
        os.close(found.watch)


def _watch(file: Path) -> int:
    """-1 where the system does not tell who opens files; then it counts that the secret is not told."""
    if sys.platform != "linux":
        return -1
    libc = ctypes.CDLL(None)
    watch: int = libc.inotify_init1(_NOT_BLOCKING)
    libc.inotify_add_watch(watch, os.fsencode(file), _OPENED)
    return watch
