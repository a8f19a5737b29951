"""A cluster of two machines, each a network of its own that reaches the other and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from checker.portfolio.run import Settings, check_portfolio
from checker.portfolio.told import Reading
from tests.descriptions.iati.making import activity, written
from tests.portfolio.making import write
from tests.portfolio.results import content
from tests.portfolio.working import Here
from tests.shared_material import ROOT

HOSTS = ("10.77.0.1", "10.77.0.2")
ADDRESS = f"tcp://{HOSTS[0]}:8786"
CALL = "from checker.cli import main; main()"
SECONDS = 300


def ip(*arguments: str) -> bool:
    return subprocess.run(["ip", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def machines() -> Iterator[tuple[str, str]]:
    """Two names of network namespaces with a wire between them."""
    if not shutil.which("ip"):
        pytest.skip("there is no ip command")
    one, two = names = tuple(f"gc{os.getpid()}{end}" for end in "ab")
    try:
        if not all(ip("netns", "add", name) for name in names):
            pytest.skip("no network namespaces can be made here")
        if not ip("link", "add", "wire", "netns", one, "type", "veth", "peer", "name", "wire", "netns", two):
            pytest.skip("no wire can be laid between network namespaces here")
        for name, host in zip(names, HOSTS, strict=True):
            assert ip("-n", name, "addr", "add", f"{host}/24", "dev", "wire")
            assert ip("-n", name, "link", "set", "lo", "up")
            assert ip("-n", name, "link", "set", "wire", "up")
        yield one, two
    finally:
        for name in names:
            ip("netns", "del", name)


def on(machine: str, *call: str, error: Path) -> subprocess.Popen[bytes]:
    with error.open("wb") as stream:
        return subprocess.Popen(
            ["ip", "netns", "exec", machine, sys.executable, *call], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=stream
        )


def test_two_machines_give_the_same_bytes_also_when_a_worker_goes(machines: tuple[str, str], tmp_path: Path) -> None:
    one, two = machines
    for n in range(6):
        title = "<title><narrative>Voluntary return</narrative></title>"
        written(tmp_path, activity(title, f"A-{n}"), name=f"a{n}.xml")
    files = [*sorted(tmp_path.glob("*.xml")), *write(tmp_path / "rdf", ["p", "q"])]
    quick = Settings("emm", memory="1GB", reading=Reading(narratives=False))
    check_portfolio([str(file) for file in files], tmp_path / "alone", quick, hire=lambda *_: Here())

    out, said = tmp_path / "out", tmp_path / "said"
    worker = ["-m", "dask", "worker", ADDRESS, "--host", HOSTS[1], "--nthreads", "1", "--no-dashboard", "--no-nanny"]
    cluster = [
        on(one, "-m", "dask", "scheduler", "--host", HOSTS[0], "--no-dashboard", error=tmp_path / "scheduler"),
        *(on(two, *worker, "--local-directory", str(tmp_path / f"w{n}"), error=tmp_path / f"worker{n}") for n in "12"),
    ]
    run = on(
        one, "-c", CALL, "portfolio", "check", *map(str, files), "--output", str(out), "--scheduler", ADDRESS,
        "--profile", "emm", "--elements-only", error=said,
    )  # fmt: skip
    try:
        until = monotonic() + SECONDS
        while not list(out.rglob("*.parts")) and run.poll() is None and monotonic() < until:
            sleep(0.05)
        cluster[1].kill()
        assert run.wait(SECONDS) == 0, said.read_text("utf-8")
    finally:
        for process in (run, *reversed(cluster)):
            process.kill()
            process.wait()
    assert content(out) == content(tmp_path / "alone")
