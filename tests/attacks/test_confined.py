"""The kernel holds what parses: no connection, no program, no file, whatever runs in it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker import check_job
from checker.check import Options
from checker.check_job import CheckJob
from checker.commands import ui
from checker.errors import ToolError
from checker.portfolio.crew import Alone
from checker.readers.unplugged import unplug
from tests.attacks.canary import Canary
from tests.shared_material import ROOT

IN_THE_KERNEL = sys.platform == "linux" and os.uname().machine in ("x86_64", "aarch64")
kernel = pytest.mark.skipif(not IN_THE_KERNEL, reason="the kernel of this machine has no such filter")
CONFINED = "from checker.readers.child import confine; confine(2 ** 30); "
CHECKING = "from checker.readers.unplugged import unplug; assert unplug(programs=True); "
RUST = (
    "import pyoxigraph as ox; list(ox.Store().query('SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}')); print('asked')"
)
C = "import ctypes; made = ctypes.CDLL(None).socket(2, 1, 0); print('asked' if made >= 0 else 'refused')"


def told(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    return done.stdout.strip()


@kernel
@pytest.mark.parametrize("before", [CONFINED, CHECKING], ids=["parsing", "checking"])
@pytest.mark.parametrize("asking", [RUST, C], ids=["from Rust", "from C"])
def test_compiled_code_reaches_nobody(before: str, asking: str, canary: Canary) -> None:
    assert told(before + asking.format(url=canary.url)) in ("", "refused")
    canary.unharmed()


def test_without_it_compiled_code_would(canary: Canary) -> None:
    told(RUST.format(url=canary.url))
    assert canary.asked


def asking(url: str) -> str:
    try:
        return str(list(ox.Store().query(f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}")))
    except OSError as error:
        return str(error)


@kernel
def test_the_one_worker_of_a_portfolio_reaches_nobody(canary: Canary) -> None:
    crew = Alone(2 * 2**30, asking)  # type: ignore[arg-type]
    with closing(crew):
        crew.submit(canary.url)  # type: ignore[arg-type]
        ended = crew.ended(60)
    assert ended is not None and "ermission denied" in str(ended[1]), ended
    canary.unharmed()


@kernel
def test_what_it_starts_is_cut_off_too(canary: Canary) -> None:
    asking = f"import urllib.request; urllib.request.urlopen('{canary.url}')"
    assert told(f"{CHECKING}import subprocess, sys; subprocess.run([sys.executable, '-c', {asking!r}])") == ""
    canary.unharmed()


@kernel
@pytest.mark.parametrize(
    "act",
    [
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "import ctypes; assert ctypes.CDLL(None).system(b'exit 0') == 0",
        "from pathlib import Path; Path('/tmp/guidecheck-written').write_text('x')",
    ],
    ids=["a program", "a shell, from C", "a file"],
)
def test_a_parser_starts_and_writes_nothing(act: str) -> None:
    assert told(f"{CONFINED}\n{act}\nprint('done')") == ""


@kernel
def test_threads_and_pairs_of_sockets_still_work() -> None:
    assert told(CONFINED + "import asyncio; asyncio.run(asyncio.to_thread(print, 'fine'))") == "fine"


def test_where_the_kernel_cannot_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    assert not unplug()
    monkeypatch.setattr(ui, "_until_ended", lambda _: 0)
    ui.start(port=8501)
    assert "cannot cut parsers off the network" in capsys.readouterr().err


def test_a_check_that_is_killed_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As by the system where memory runs out."""
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -9 $$\n")
    dying.chmod(0o755)
    monkeypatch.setattr(check_job.sys, "executable", str(dying))
    job = CheckJob([Path("a.txt")], Options(), lambda _: None)
    job.wait(20)
    assert job.ended is not None
    (error,) = job.ended.errors
    assert isinstance(error, ToolError)
    assert "\n" not in error.line
