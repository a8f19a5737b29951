"""Ports for servers that tests start."""

from __future__ import annotations

import random
import socket


def free_port() -> int:
    """One that nobody listens on. It lies below those that the system gives out by itself, so that no connection made
    before the server listens takes it."""
    while True:
        port = random.randint(20_000, 32_000)  # noqa: S311 - any will do
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
