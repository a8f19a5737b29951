"""A real scheduler and several worker processes on loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from checker.errors import CallError
from checker.portfolio.cluster import LOCAL, Cluster
from checker.portfolio.drive import Progress
from checker.portfolio.run import Settings, check_portfolio
from tests.portfolio.making import PREFIXES, programme, write
from tests.portfolio.results import content, rows
from tests.portfolio.working import Here, deadly, slow

MEMORY = 2**30
PROFILE = Settings("emm", memory="1GB")
pytestmark = pytest.mark.usefixtures("ends_by_size")


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.portfolio.plan._MOST_FILES", 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "in", [f"p{n:02}" for n in range(10)])
    (tmp_path / "in" / "large.trig").write_text(
        PREFIXES + "".join(programme(f"q{n}") for n in range(5)), encoding="utf-8"
    )
    return tmp_path / "in"


@pytest.fixture
def alone(folder: Path, tmp_path: Path) -> dict[str, bytes]:
    """What one worker without Dask writes."""
    check_portfolio([str(folder)], tmp_path / "alone", PROFILE, hire=lambda *_: Here())
    return content(tmp_path / "alone")


def workers() -> list[psutil.Process]:
    """The processes that Dask keeps, as they are now."""
    return [p for p in psutil.Process().children(recursive=True) if "spawn_main" in " ".join(p.cmdline())]


def listening(process: psutil.Process) -> set[str]:
    return {c.laddr.ip for c in process.net_connections("inet") if c.status == psutil.CONN_LISTEN}


def test_a_worker_that_is_killed_costs_nothing(folder: Path, tmp_path: Path, alone: dict[str, bytes]) -> None:
    killed = []

    def tell(progress: Progress) -> None:
        if not killed:
            killed.append(workers()[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    addresses: set[str] = set()

    def hire(*_: object) -> Cluster:
        cluster = Cluster(2, MEMORY, work=slow)
        addresses.update(ip for process in [psutil.Process(), *workers()] for ip in listening(process))
        return cluster

    found = check_portfolio([str(folder)], tmp_path / "out", PROFILE, tell, hire)
    assert killed
    assert (found.failures, found.descriptions) == ([], 15)
    assert content(tmp_path / "out") == alone
    assert addresses == {LOCAL}


def test_a_file_that_ends_workers_is_named_and_all_others_are_done(
    folder: Path, tmp_path: Path, alone: dict[str, bytes]
) -> None:
    (poison,) = write(folder, ["poison"])
    found = check_portfolio([str(folder)], tmp_path / "out", PROFILE, hire=lambda *_: Cluster(2, MEMORY, work=deadly))
    assert [failure.where for failure in found.failures] == [str(poison)]
    done = {row["source"] for row in rows(tmp_path / "out", "descriptions")}
    assert done == {str(file) for file in folder.iterdir()} - {str(poison)}


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """A scheduler with a worker, started as a person would, by its address."""
    file = tmp_path / "scheduler.json"
    both = ["--scheduler-file", str(file)]
    calls = [
        ["scheduler", *both, "--host", LOCAL, "--port", "0", "--no-dashboard"],
        ["worker", *both, "--host", LOCAL, "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path)],
    ]
    processes = [subprocess.Popen([sys.executable, "-m", "dask", *call], stderr=subprocess.DEVNULL) for call in calls]
    from distributed import Client

    with Client(scheduler_file=str(file), timeout=30) as client:
        client.wait_for_workers(1, timeout=60)
        yield client.scheduler.address
    for process in reversed(processes):
        process.terminate()
        process.wait(20)


def test_a_scheduler_that_runs_already_gives_the_same_bytes(
    folder: Path, tmp_path: Path, alone: dict[str, bytes], scheduler: str
) -> None:
    settings = Settings("emm", scheduler, memory="1GB")
    found = check_portfolio([str(folder)], tmp_path / "out", settings)
    assert found.failures == []
    assert content(tmp_path / "out") == alone


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.portfolio.cluster._SECONDS", 1)
    with pytest.raises(CallError, match="no scheduler answers"):
        Cluster(1, MEMORY, f"tcp://{LOCAL}:9")
