"""Where the server listens, and who may reach it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Callable
from ipaddress import ip_address
from time import monotonic
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from checker.errors import CallError
from checker.serving.connection import IDLE_SECONDS, MOST, Connection
from checker.serving.jobs import Jobs
from checker.serving.memory import share_heaps
from checker.serving.sockets import listening_socket

TOKEN = "GUIDECHECK_SERVE_TOKEN"  # noqa: S105 - the name of a variable
SHORTEST = 16
"""Signs of a token."""


def checked_token(address: str, token: str) -> str:
    """The token. Raises CallError where one is needed, or can be guessed."""
    if token and (len(token) < SHORTEST or not token.isascii() or not token.isprintable() or " " in token):
        raise CallError(
            f"the token needs {SHORTEST} letters or digits, or more", where=TOKEN, remedy="openssl rand -hex 24"
        )
    if not token and not _is_loopback(address):
        raise CallError(
            "beyond this computer, only who has a token may ask",
            where=address,
            remedy=f"set {TOKEN}, or leave --address",
        )
    return token


def listen(app: ASGIApp, jobs: Jobs, address: str, port: int, tell: Callable[[str], None], *, drain: float = 0) -> None:
    """Serves until interrupted; ``tell`` is given the address. Raises CallError where it cannot listen.

    Told to end with SIGTERM, it takes no more uploads, and ends once it has told what came of those it has, after
    ``drain`` seconds at the latest.
    """
    listening = listening_socket(address, port)
    with listening:
        shown = f"[{address}]" if listening.family == socket.AF_INET6 else address
        tell(f"http://{shown}:{listening.getsockname()[1]}")
        _open_more()
        share_heaps()
        config = uvicorn.Config(
            app,
            http=Connection,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=5,
        )
        _Server(config, jobs, drain).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, jobs: Jobs, drain: float) -> None:
        super().__init__(config)
        self._jobs, self._drain = jobs, drain
        self._until: float | None = None
        self._draining = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """The first SIGTERM waits for what is under way; another one, or Ctrl-C, does not."""
        super().handle_exit(sig, frame)
        if sig == signal.SIGTERM and self._until is None:
            self._until = monotonic() + self._drain
            self.should_exit = False

    async def on_tick(self, counter: int) -> bool:
        if self._until is not None and not self.should_exit:
            if not self._draining:
                self._draining = True
                await asyncio.to_thread(self._jobs.drain)
            self.should_exit = monotonic() > self._until or not self._jobs.owes
        return await super().on_tick(counter)


def _open_more() -> None:
    """A connection is an open file; many systems allow a thousand unless asked."""
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST * 3 if hard == resource.RLIM_INFINITY else min(MOST * 3, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
