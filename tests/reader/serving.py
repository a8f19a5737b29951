"""A server on this machine that speaks the chat-completions protocol, and models of several characters behind it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Said = dict[str, Any]
Model = Callable[["Asked"], "Said | Plain"]
_POINT = re.compile(r"^- (\S+) \((said|everywhere|optional|condition)(?:; assumed: (\w+))?\): ", re.MULTILINE)
_PASSAGE = re.compile(r"^\[(\d+)[^\]]*\][^\n]*\n(?:\([^\n]*\)\n)?(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Plain:
    """An answer of the server that is no completion. ``part`` replaces what would be sent as content."""

    status: int = 200
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    """A request as a model sees it."""

    body: dict[str, Any]
    path: str
    headers: dict[str, str]

    @property
    def text(self) -> str:
        return str(self.body["messages"][-1]["content"])

    @property
    def requirement(self) -> str:
        return self.points[0][0].rsplit("-", 1)[0]

    @property
    def points(self) -> list[tuple[str, str, str]]:
        """Id, kind and what is assumed of each point."""
        return _POINT.findall(self.text)

    @property
    def passages(self) -> list[str]:
        """The passages shown, without those that were held back."""
        return [text for _, text in _PASSAGE.findall(self.text) if text != "[withheld]" and "[…]" not in text]


@dataclass
class Server:
    url: str
    model: Model
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def serving(model: Model) -> Iterator[Server]:
    """The server at work; ``asked`` grows with what it is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            asked = Asked(body, self.path, {k.lower(): v for k, v in self.headers.items()})
            server.asked.append(asked)
            said = server.model(asked)
            plain = said if isinstance(said, Plain) else Plain(body=completion(said, str(body["model"])))
            self.send_response(plain.status)
            for name, value in (*plain.headers, ("content-length", str(len(plain.body)))):
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(plain.body)
            except OSError:
                return

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1", model)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


def completion(said: Said | str, model: str = "honest-1") -> bytes:
    content = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    message = {"role": "assistant", "content": content}
    usage = {"prompt_tokens": 1000, "completion_tokens": 50}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps({"model": model, "choices": [choice], "usage": usage}).encode()


def answer(asked: Asked, quotes: list[str], verdict: str = "met", **more: Any) -> Said:
    """Yes to every point, on the strength of these quotes."""
    claims = [
        {"id": id_, "holds": "yes", "quotes": [] if kind == "everywhere" or assumed == "yes" else quotes}
        for id_, kind, assumed in asked.points
    ]
    return {"claims": claims, "missing": [], "verdict": verdict, "more": None, **more}


def nothing(asked: Asked) -> Said:
    """A model that finds nothing stated."""
    claims = [
        {"id": id_, "holds": "yes" if kind == "everywhere" or assumed == "yes" else "no", "quotes": []}
        for id_, kind, assumed in asked.points
    ]
    return {"claims": claims, "missing": ["all of it"], "verdict": "not-stated", "more": None}
