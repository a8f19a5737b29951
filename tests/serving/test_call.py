"""What the command refuses before it listens."""

from __future__ import annotations

import socket

import pytest

from checker.errors import CallError
from checker.serving.jobs import Jobs
from checker.serving.limits import Limits
from checker.serving.listening import checked_token, listen

LONG = "0123456789abcdef"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only named


@pytest.mark.parametrize(
    ("address", "token"), [("127.0.0.1", ""), ("localhost", ""), ("::1", ""), (EVERYWHERE, LONG), ("::", LONG)]
)
def test_fine(address: str, token: str) -> None:
    assert checked_token(address, token) == token


@pytest.mark.parametrize(
    ("address", "token"),
    [(EVERYWHERE, ""), ("::", ""), ("192.0.2.1", ""), ("example.org", ""), ("127.0.0.1", "short"), ("::", "é" * 20)],
)
def test_refused(address: str, token: str) -> None:
    with pytest.raises(CallError) as error:
        checked_token(address, token)
    assert error.value.remedy


def test_a_port_that_is_taken() -> None:
    async def nothing(*_: object) -> None: ...

    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CallError, match="cannot listen"):
        listen(nothing, Jobs(Limits()), "127.0.0.1", taken.getsockname()[1], print)
