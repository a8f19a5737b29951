"""One question to an endpoint, and what came back."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Any

from checker.errors import ReaderStoppedError
from checker.reader.options import KEY, ReaderOptions
from checker.reader.question import Question
from checker.reader.replies import LEAVE_OUT, Reply, body_of, reply_of
from checker.reports.display import shorten

if TYPE_CHECKING:
    import httpx

_REPEATS = 2
_MOST_BYTES = 1_000_000
_LONGEST_PAUSE = 30.0
_CONNECT = 10.0


class Client:
    """Knows address and key. Proxies and credentials of the environment are not used, redirects not followed."""

    def __init__(self, options: ReaderOptions) -> None:
        import httpx

        self._options = options
        self._url = f"{(options.url or '').rstrip('/')}/chat/completions"
        self._left_out: set[str] = set()
        self._http = httpx.AsyncClient(
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(options.time_out, connect=min(_CONNECT, options.time_out)),
            headers={"Accept-Encoding": "identity"}
            | ({"Authorization": f"Bearer {options.key}"} if options.key else {}),
        )

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def ask(self, question: Question) -> Reply:
        """Repeats at most twice where that may help. Raises ReaderStoppedError."""
        repeats, pause = 0, self._options.pause
        while True:
            reply, wait = await self._once(question)
            if wait is None or (wait > 0 and repeats == _REPEATS):
                return reply
            if wait > 0:
                repeats += 1
                await asyncio.sleep(min(_LONGEST_PAUSE, max(pause, wait - 1)))
                pause *= 4

    async def _once(self, question: Question) -> tuple[Reply, float | None]:
        """A reply, and whether to ask again: None no, 0 at once, else after that many seconds more than one."""
        import httpx

        body = {k: v for k, v in body_of(question, self._options.model or "").items() if k not in self._left_out}
        try:
            async with asyncio.timeout(self._options.time_out), self._http.stream("POST", self._url, json=body) as got:
                text = await _limited(got)
        except (TimeoutError, httpx.TimeoutException):
            return Reply(why="time-out", detail=f"no answer in {self._options.time_out:g} seconds"), 1.0
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            return Reply(why="unreachable", detail=shorten(f"{type(error).__name__} {error}", 120)), None
        if text is None:
            return Reply(why="too-long"), None
        return self._judged(got, text)

    def _judged(self, got: httpx.Response, text: bytes) -> tuple[Reply, float | None]:
        status = got.status_code
        detail = f"HTTP {status} {_said(text)}".strip()
        if status in (401, 403):
            raise ReaderStoppedError(
                f"the reader does not let this key in ({status})", where=self._options.host, remedy=f"set {KEY}"
            )
        if status == 400:
            unknown = {name for name in LEAVE_OUT if name.encode() in text} - self._left_out
            self._left_out |= unknown
            if unknown:
                return Reply(why="status", detail=detail), 0.0
        if got.is_redirect:
            return Reply(why="redirect", detail=f"HTTP {status}"), None
        if status == 429 or status >= 500:
            return Reply(why="status", detail=detail), 1.0 + _seconds(got.headers.get("retry-after", ""))
        if status != 200:
            return Reply(why="status", detail=detail), None
        try:
            reply = reply_of(json.loads(text))
        except (ValueError, RecursionError):
            return Reply(why="malformed"), None
        return replace(reply, model=reply.model or self._options.model or ""), None


async def _limited(got: httpx.Response) -> bytes | None:
    """The answer's bytes as they come, never unpacked; None where it is longer than any answer."""
    held = bytearray()
    async for part in got.aiter_raw():
        held += part
        if len(held) > _MOST_BYTES:
            return None
    return bytes(held)


def _said(text: bytes) -> str:
    """What the server says is wrong, on one line."""
    try:
        found: Any = json.loads(text)
        found = found["error"]
        return shorten(str(found["message"] if isinstance(found, dict) else found), 120)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _seconds(header: str) -> float:
    return float(header) if header.isdecimal() else 0.0
