"""Where the server listens, and who may reach it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn
from starlette.types import ASGIApp

from checker.errors import CallError

TOKEN = "GUIDECHECK_SERVE_TOKEN"  # noqa: S105 - the name of a variable
SHORTEST = 16
"""Signs of a token."""
_CONNECTIONS = 200


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


def listen(app: ASGIApp, address: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves until interrupted; ``tell`` is given the address. Raises CallError where it cannot listen."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        listening = socket.create_server((address, port), family=family, backlog=128)
    except OSError as error:
        raise CallError(
            f"cannot listen ({error.strerror or error})", where=f"{address}:{port}", remedy="choose another --port"
        ) from error
    with listening:
        shown = f"[{address}]" if family == socket.AF_INET6 else address
        tell(f"http://{shown}:{listening.getsockname()[1]}")
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            limit_concurrency=_CONNECTIONS,
            timeout_graceful_shutdown=5,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
