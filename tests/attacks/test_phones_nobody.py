"""Nothing that runs, and no library in it, calls home: the kernel tells every connection of every process."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.attacks.canary import Canary
from tests.ports import free_port
from tests.shared_material import ROOT

_TOLD = re.compile(
    r"sa_family=AF_INET6?, .*?sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )\"([^\"]+)\""
)
_HERE = re.compile(r"127\.|::1$|0\.0\.0\.0$|::$")
RUNS = {
    "check": """
import sys
from checker.cli import main
sys.argv[1:] = ["check", "--no-cache", "--fail-on=never", "--format=sarif", "--all-activities", "examples/drafts",
    "examples/cases/cote-divoire-sop.ttl", "examples/iati"]
main()""",
    "query": """
import sys
from checker.cli import main
sys.argv[1:] = ["query", "SELECT * { ?s ?p ?o } LIMIT 1", "--data", "examples/cases/cote-divoire-sop.ttl"]
main()""",
    "portfolio": """
import sys
from checker.cli import main
sys.argv[1:] = ["portfolio", "check", "examples/cases", "--workers=2", "--output=" + FOLDER]
main()""",
    "lsp": """
from pathlib import Path
from tests.lsp.client import editor
with editor() as found:
    assert found.open("file:///d.ttl", Path("examples/cases/cote-divoire-sop.ttl").read_text("utf-8"))""",
    "serve": """
from pathlib import Path
from tests.serving.server import RDF, WORD, served
with served(Path(FOLDER)) as server:
    for file in (RDF, WORD):
        assert server.post(file, wait=60).status_code in (200, 202)""",
    "ui": """
import os, signal, subprocess, sys
import httpx
from streamlit.testing.v1 import AppTest
from tests.serving.server import eventually
command = [sys.executable, "-m", "checker", "ui", "--no-browser", "--address=0.0.0.0", "--port=" + PORT]
with subprocess.Popen(command, start_new_session=True) as started:
    def up():
        try:
            return httpx.get(f"http://127.0.0.1:{PORT}/_stcore/health").text == "ok"
        except httpx.HTTPError:
            return False
    eventually(up)
    assert httpx.get(f"http://127.0.0.1:{PORT}/").status_code == 200
    from_a_page_elsewhere = {"Origin": "https://example.org", "Connection": "Upgrade", "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    refused = httpx.get(f"http://127.0.0.1:{PORT}/_stcore/stream", headers=from_a_page_elsewhere)
    assert refused.status_code == 403
    page = AppTest.from_file("ui/start/app.py", default_timeout=90).run()
    assert not page.exception
    os.killpg(started.pid, signal.SIGTERM)""",
}
"""Whole runs of each way in."""


def calls(code: str, folder: Path, canary: Canary) -> tuple[str, list[tuple[str, str]]]:
    """What a run says, and whom all its processes turn to: addresses and ports beyond this machine, and any asked for
    names, of which they need none."""
    tracer = shutil.which("strace")
    if tracer is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no strace found, and CI must run this test")
        pytest.skip("no strace found")
    told = folder / "told"
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"), canary.url)
    own = {**proxies, "NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost", "HOME": str(folder)}
    done = subprocess.run(
        [tracer, "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(told),
         sys.executable, "-c", f"FOLDER, PORT = {str(folder / 'out')!r}, {str(free_port())!r}\n{code}"],
        cwd=ROOT, env={**os.environ, **own}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, timeout=280, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]
    found = [(address, port) for port, address in _TOLD.findall(told.read_text("utf-8", "replace"))]
    return done.stdout, [(address, port) for address, port in found if not _HERE.match(address) or port == "53"]


@pytest.mark.parametrize("run", RUNS)
def test_nobody_is_called(run: str, tmp_path: Path, canary: Canary) -> None:
    (tmp_path / "out").mkdir()
    said, called = calls(RUNS[run], tmp_path, canary)
    assert called == []
    canary.unharmed(said)


def test_a_call_would_be_seen(tmp_path: Path, canary: Canary) -> None:
    """An address for documentation, to which nothing is sent."""
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('192.0.2.1', 443))"
    assert calls(code, tmp_path, canary)[1] == [("192.0.2.1", "443")]
