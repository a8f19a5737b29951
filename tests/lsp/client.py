"""An editor, as far as the server sees one: a process that is spoken to over its standard input and output."""

from __future__ import annotations

import json
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.shared_material import ROOT

Json = dict[str, Any]


class Editor:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._said: queue.Queue[Json] = queue.Queue()
        self._number = 0
        self._texts: dict[str, str] = {}
        self.sync: Json = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def tell(self, method: str, params: Json | None) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Json | None) -> Any:
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        while (answer := self._said.get(timeout=60)).get("id") != self._number or "method" in answer:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, uri: str, text: str) -> list[Json]:
        self._texts[uri] = text
        document = {"uri": uri, "languageId": "turtle", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.diagnostics()

    def change(self, uri: str, version: int, text: str) -> None:
        self._changed(uri, version, text, {"text": text})

    def type(self, uri: str, version: int, at: tuple[int, int], text: str, over: int = 0) -> None:
        """As an editor tells of keys: only what changed, where the server takes that; ``over`` units of the line are
        replaced."""
        line, column = at
        lines = re.split("(\r\n|\r|\n)", self._texts[uri])
        before, after = lines[2 * line][:column], lines[2 * line][column + over :]
        whole = "".join([*lines[: 2 * line], before, text, after, *lines[2 * line + 1 :]])
        span = {"start": {"line": line, "character": column}, "end": {"line": line, "character": column + over}}
        self._changed(
            uri, version, whole, {"range": span, "text": text} if self.sync["change"] == 2 else {"text": whole}
        )

    def _changed(self, uri: str, version: int, text: str, change: Json) -> None:
        self._texts[uri] = text
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        self.tell("textDocument/didChange", params)

    def diagnostics(self) -> list[Json]:
        return self.published()["diagnostics"]  # type: ignore[no-any-return]

    def published(self) -> Json:
        while (said := self._said.get(timeout=60)).get("method") != "textDocument/publishDiagnostics":
            pass
        return said["params"]  # type: ignore[no-any-return]

    def _send(self, message: Json) -> None:
        body = json.dumps(message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout
        while head := self._process.stdout.readline():
            length = int(head.removeprefix(b"Content-Length:"))
            while self._process.stdout.readline().strip():
                pass
            self._said.put(json.loads(self._process.stdout.read(length)))


@contextmanager
def editor(*arguments: str, encodings: tuple[str, ...] = ()) -> Iterator[Editor]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "lsp", *arguments]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    try:
        found = Editor(process)
        general = {"general": {"positionEncodings": list(encodings)}} if encodings else {}
        said = found.ask("initialize", {"processId": None, "rootUri": None, "capabilities": general})
        found.sync = said["capabilities"]["textDocumentSync"]
        found.tell("initialized", {})
        yield found
        found.ask("shutdown", None)
        found.tell("exit", None)
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.communicate()
