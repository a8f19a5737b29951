"""Stores of both kinds: in a folder, and on a real server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from checker.reviews.kept import KeptReviews
from checker.reviews.opening import BLOBS, open_store
from tests.ports import free_port


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an ``oxigraph serve``. Without the program the test is skipped, and fails where CI is set."""
    program = shutil.which("oxigraph", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no oxigraph found, and CI must run the tests on a server")
        pytest.skip("no oxigraph found")
    address = f"127.0.0.1:{free_port()}"
    folder = tmp_path_factory.mktemp("server")
    with subprocess.Popen(
        [program, "serve", "--location", str(folder), "--bind", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(f"http://{address}", process)
            yield f"http://{address}"
        finally:
            process.terminate()


@pytest.fixture
def server_store(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptReviews]:
    httpx.post(f"{server}/update", content="DROP ALL", headers={"Content-Type": "application/sparql-update"})
    monkeypatch.setenv(BLOBS, str(tmp_path / "shared-blobs"))
    store = open_store(server)
    yield store
    store.close()


@pytest.fixture
def folder_store(tmp_path: Path) -> Iterator[KeptReviews]:
    store = open_store(tmp_path / "reviews")
    yield store
    store.close()


@pytest.fixture(params=["folder_store", "server_store"])
def store(request: pytest.FixtureRequest) -> KeptReviews:
    return request.getfixturevalue(request.param)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            pytest.fail(f"oxigraph serve ended with {process.returncode}")
        try:
            httpx.get(address)
            return
        except httpx.TransportError:
            time.sleep(0.05)
    pytest.fail("oxigraph serve did not answer in ten seconds")
