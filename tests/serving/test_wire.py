"""What is said on the wire by hand: large bodies, half requests, several at once, ranges."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from checker.serving import connection
from tests.serving.server import RDF, TOKEN, WORD, Server, eventually

GIGABYTE = 10**9
MUCH = 2**25
"""More than the system takes in for a program that does not read."""


def said(server: Server, *lines: str) -> bytes:
    place = server.http.base_url
    head = (lines[0], f"Host: {place.host}", f"Authorization: Bearer {TOKEN}", *lines[1:])
    return "\r\n".join((*head, "", "")).encode()


def opened(server: Server) -> socket.socket:
    return socket.create_connection((server.http.base_url.host, server.http.base_url.port or 80), timeout=30)


def heard(from_: socket.socket) -> bytes:
    """All until it is closed, one way or the other."""
    found = b""
    with contextlib.suppress(ConnectionResetError):
        while more := from_.recv(2**16):
            found += more
    return found


UPLOAD = ("POST /checks HTTP/1.1", "Content-Type: multipart/form-data; boundary=x", f"Content-Length: {GIGABYTE}")


def test_a_gigabyte_is_refused_before_any_of_it_is_sent(server: Server) -> None:
    with opened(server) as line:
        line.sendall(said(server, *UPLOAD, "Expect: 100-continue"))
        answer = heard(line)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"application/problem+json" in answer


def test_so_is_one_from_somebody_without_the_token(server: Server) -> None:
    with opened(server) as line:
        line.sendall(said(server, *UPLOAD, "Expect: 100-continue").replace(TOKEN.encode(), b"wrong"))
        assert heard(line).startswith(b"HTTP/1.1 401 ")


def test_whoever_sends_it_all_the_same_hears_why(server: Server) -> None:
    with opened(server) as line:
        line.sendall(said(server, *UPLOAD) + bytes(2**16))
        assert line.recv(2**16).startswith(b"HTTP/1.1 413 ")
    assert not server.uploads()


def test_calls_one_after_the_other_without_waiting(server: Server) -> None:
    with opened(server) as line:
        paths = ("/about", "/kinds?langauge=es", "/health")
        calls = [said(server, f"GET {path} HTTP/1.1") for path in paths[:-1]]
        line.sendall(b"".join((*calls, said(server, "GET /health HTTP/1.1", "Connection: close"))))
        answers = heard(line).split(b"HTTP/1.1 ")[1:]
    assert [answer[:3] for answer in answers] == [b"200", b"400", b"200"]
    assert b'"guidecheck"' in answers[0] and b'"ok"' in answers[2]


def test_a_part_of_a_report_is_the_whole(server: Server) -> None:
    answer = server.http.get("/about", headers={"Range": "bytes=0-3"})
    assert answer.status_code == 200
    assert answer.json()["guidecheck"]


def test_what_is_no_call_at_all(server: Server) -> None:
    with opened(server) as line:
        line.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
        assert heard(line).startswith(b"HTTP/1.1 400 ")


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_the_token_is_told_to_nobody(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    posted = server.post(WORD)
    (pid,) = server.checking()
    assert TOKEN.encode() not in Path(f"/proc/{pid}/environ").read_bytes()
    server.http.delete(posted.headers["location"])
    server.http.get("/kinds", params={"language": TOKEN})
    os.set_blocking(server.process.stderr.fileno(), False)  # type: ignore[union-attr]
    log = (server.temporary.parent / "server.log").read_text() + (server.process.stderr.read() or "")  # type: ignore[union-attr]
    os.set_blocking(server.process.stderr.fileno(), True)  # type: ignore[union-attr]
    assert TOKEN not in log


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server that waits for half a second only."""
    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.5)
    monkeypatch.setattr(connection, "READ_SECONDS", 0.5)
    monkeypatch.setattr(connection, "MOST", 5)

    async def much(scope: dict[str, object], receive: object, send: object) -> None:
        assert callable(send)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(MUCH // 2**16):
            await send({"type": "http.response.body", "body": bytes(2**16), "more_body": True})
        await send({"type": "http.response.body"})

    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(much, http=connection.Connection, lifespan="off", log_level="critical", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_who_says_nothing_is_cut_off(impatient: int, begun: bytes) -> None:
    with socket.create_connection(("127.0.0.1", impatient), timeout=20) as slow:
        slow.sendall(begun)
        assert heard(slow) == b""


def test_who_drips_is_cut_off_too(impatient: int) -> None:
    with socket.create_connection(("127.0.0.1", impatient), timeout=20) as slow, pytest.raises(OSError):
        slow.sendall(b"GET / HTTP/1.1\r\n")
        for n in range(400):
            slow.sendall(f"X-{n}: x\r\n".encode())
            threading.Event().wait(0.05)


def test_who_takes_nothing_is_cut_off(impatient: int) -> None:
    with socket.create_connection(("127.0.0.1", impatient), timeout=20) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        threading.Event().wait(3)
        assert len(heard(slow)) < MUCH


def test_one_connection_too_many_is_closed(impatient: int) -> None:
    lines = [socket.create_connection(("127.0.0.1", impatient), timeout=20) for _ in range(6)]
    try:
        assert heard(lines[5]) == b""
    finally:
        for line in lines:
            line.close()


def test_whole_calls_are_not_hurried(server: Server) -> None:
    answer = server.post(RDF, wait=60)
    assert answer.status_code == 200
    eventually(lambda: server.http.get("/health").status_code == 200)
