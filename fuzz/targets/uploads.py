"""Requests with a file, as the server takes them apart: headers, an empty line, and the body in pieces."""

from __future__ import annotations

import asyncio
import re
from functools import cache
from pathlib import Path

from fastapi import Request
from starlette.types import Message, Receive

from checker.errors import CallError
from checker.serving.limits import Limits
from checker.serving.problems import ProblemError, problem_of
from checker.serving.uploads import received
from fuzz.targets.files import FOLDER

_LIMITS = Limits(megabytes=0.005)
_SAFE = re.compile(r"[^\x00-\x1f\x7f/\\:*?\"<>|\s.][^\x00-\x1f\x7f/\\:*?\"<>|]*")


@cache
def loop() -> asyncio.AbstractEventLoop:
    return asyncio.new_event_loop()


def pieces(body: bytes) -> Receive:
    """What a server hands on: the body in pieces of several sizes, and that there is no more."""
    size = 1 + len(body) % 97
    left = [body[at : at + size] for at in range(0, len(body), size)]

    async def receive() -> Message:
        if not left:
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": left.pop(0), "more_body": True}

    return receive


def upload(data: bytes) -> None:
    head, _, body = data.partition(b"\n\n")
    pairs = (line.partition(b":") for line in head.split(b"\n"))
    headers = [(name.strip().lower(), value.strip()) for name, _, value in pairs]
    folder = Path(FOLDER, "uploads")
    folder.mkdir(exist_ok=True)
    try:
        request = Request({"type": "http", "method": "POST", "path": "/", "headers": headers}, pieces(body))
        got = loop().run_until_complete(received(request, folder, _LIMITS))
    except ProblemError as error:
        error.response()
    except CallError as error:
        problem_of(error).response()
    else:
        assert got.file.parent == folder
        assert _SAFE.fullmatch(got.file.name), got.file.name
        assert got.file.stat().st_size <= _LIMITS.bytes
    finally:
        for file in folder.iterdir():
            file.unlink()
