"""Who may ask, and the headers of every answer."""

from __future__ import annotations

import asyncio
import contextlib
import hmac

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from checker.serving.problems import ProblemError

OPEN = ("/health", "/docs")
"""Paths that need no token: whether it runs, and what any copy of it can be asked."""
MOST = 400
"""Calls that are answered at once."""
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_BEGUN, _WHOLE = "guidecheck.begun", "guidecheck.whole"
"""Set once the body of a request was asked for, and once it has come to its end."""
_PATIENCE = 5
"""Seconds for which the rest of a refused upload is thrown away, so that whoever sends it hears why."""


class Guard:
    """Asks for the token where there is one; without one, only programs of this computer and no web page are served."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token
        self._asking = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def hear() -> Message:
            scope[_BEGUN] = True
            message = await receive()
            if not message.get("more_body"):
                scope[_WHOLE] = True
            return message

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if _has_body(scope) and not scope.get(_WHOLE):
                    headers["Connection"] = "close"  # what is still to come would be taken for the next call
            await send(message)

        if scope["method"] == "HEAD":  # the server sends the head of the answer alone
            scope = {**scope, "method": "GET"}
        self._asking += 1
        try:
            if problem := self._refusal(Headers(scope=scope), scope["path"]):
                await discard(scope, receive)
                await problem.response()(scope, hear, answer)
            else:
                await self.app(scope, hear, answer)
        finally:
            self._asking -= 1

    def _refusal(self, headers: Headers, path: str) -> ProblemError | None:
        if "origin" in headers or headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return ProblemError(403, "web pages are not served", where="Origin", remedy="call from a program")
        if self._asking > MOST:
            return ProblemError(
                503, f"{MOST} calls are being answered", remedy="try again in a while", headers={"Retry-After": "5"}
            )
        if not self.token:
            name = headers.get("host", "").lower()
            if (name if name.endswith("]") else name.rpartition(":")[0] or name) in LOCAL_NAMES:
                return None
            return ProblemError(403, "the host is not this computer", where="Host", remedy="call http://127.0.0.1:PORT")
        scheme, _, given = headers.get("authorization", "").partition(" ")
        right = hmac.compare_digest(given.strip().encode(), self.token.encode()) and scheme.lower() == "bearer"
        if right or path in OPEN:
            return None
        return ProblemError(
            401,
            "the token is missing or wrong",
            where="Authorization",
            remedy="send 'Authorization: Bearer TOKEN', the token that the server was started with",
            headers={"WWW-Authenticate": "Bearer"},
        )


def _has_body(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


async def discard(scope: Scope, receive: Receive) -> None:
    """Reads what is still coming of a request, for a while. Nothing comes of one that asks first whether it may."""
    asks = Headers(scope=scope).get("expect", "").lower() == "100-continue"
    if scope.get(_WHOLE) or (asks and not scope.get(_BEGUN)):
        return
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while (await receive()).get("more_body"):
                pass
