"""A server in a process of its own, started as a person would start it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.shared_material import ROOT

TOKEN = "0123456789abcdef0123"
WORD = ROOT / "examples/drafts/sop-reintegration-en.docx"
RDF = ROOT / "examples/cases/cote-divoire-sop.ttl"


@dataclass(frozen=True, slots=True)
class Server:
    process: subprocess.Popen[str]
    http: httpx.Client
    temporary: Path

    def post(self, file: Path | tuple[str, bytes], wait: float = 0, **said: str) -> httpx.Response:
        sent = (file.name, file.read_bytes()) if isinstance(file, Path) else file
        return self.http.post("/checks", params={"wait": wait}, files={"file": sent}, data=said)

    def uploads(self) -> list[Path]:
        """What lies in its folder for temporary files, beside the lock that says that it is there."""
        return [path for path in self.temporary.rglob("*") if path.is_file() and path.name != "held"]

    def checking(self) -> list[int]:
        """The processes that check for it."""
        return [pid for pid in _children(self.process.pid) if "checker.check_child" in _command(pid)]


@contextmanager
def served(folder: Path, *options: str, token: str = "", program: str = "checker") -> Iterator[Server]:
    """A server on a free port, whose temporary files lie in ``folder`` and are gone when it has ended."""
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    own = {"TMPDIR": str(temporary), "GUIDECHECK_SERVE_TOKEN": token, "GUIDECHECK_PROFILES": str(folder / "profiles")}
    command = [sys.executable, "-m", program, "serve", "--port=0", *options]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **own}, stdout=log, stderr=subprocess.PIPE, text=True
        )
    assert process.stderr is not None
    said = process.stderr.readline()
    assert "listening on " in said, said
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with httpx.Client(base_url=said.rpartition(" ")[2].strip(), headers=headers, timeout=90) as http:
            eventually(lambda: _healthy(http))
            yield Server(process, http, temporary)
    finally:
        process.send_signal(signal.SIGINT)  # at once, whatever still runs
        process.wait(20)
        process.stderr.close()
    assert not list(temporary.glob("guidecheck-*"))


def eventually(holds: Callable[[], object], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it never came to that"
        time.sleep(0.05)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _healthy(http: httpx.Client) -> bool:
    try:
        return http.get("/health").status_code == 200
    except httpx.TransportError:
        return False


def _children(pid: int) -> list[int]:
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(child) for child in tasks.read_text().split()]
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""
