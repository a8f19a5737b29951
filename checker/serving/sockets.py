"""The socket that a server listens on."""

from __future__ import annotations

import socket

from checker.errors import CallError


def listening_socket(address: str, port: int) -> socket.socket:
    """Raises CallError where the address is none of this computer, or the port is taken or not ours to take."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family, backlog=128)
    except OSError as error:
        named = isinstance(error, socket.gaierror)
        raise CallError(
            f"cannot listen ({error.strerror or error})",
            where=f"{address}:{port}",
            remedy="give --address as a number, such as 127.0.0.1" if named else "choose another --port",
        ) from error
