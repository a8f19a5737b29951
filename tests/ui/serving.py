"""A running app, started as a person would start it, and a browser page on it that asks nobody else for anything."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.ports import free_port
from tests.shared_material import ROOT

PATIENCE = 40_000
"""Milliseconds that a browser test waits for something to show."""


def started(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """The app and its address, on a free port; home, temporary files and the store of reviews lie in ``folder``."""
    port = free_port()
    command = [sys.executable, "-m", "checker", "ui", "--no-browser", f"--port={port}"]
    (folder / "tmp").mkdir(exist_ok=True)
    own = {"HOME": str(folder), "TMPDIR": str(folder / "tmp"), "GUIDECHECK_STORE": str(folder / "reviews")}
    own["GUIDECHECK_PROFILES"] = str(folder / "profiles")
    with (folder / "server.log").open("a") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **own}, stdout=log, stderr=log, start_new_session=True
        )
    return server, f"http://127.0.0.1:{port}"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the app, until it is told to end."""
    server, address = started(folder)
    try:
        wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(30)
        _gone(server.pid)
    assert not [p for p in (folder / "tmp").iterdir() if p.name.startswith("guidecheck-")]


def _gone(group: int) -> None:
    """Waits until every process of the app has ended, and with it its hold on the store."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.killpg(group, 9)
    raise AssertionError("the app outlives its command")


def wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the app answers."""
    for _ in range(150):
        assert server.poll() is None, "the server stopped"
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not start")


def checking(folder: Path) -> list[int]:
    """Processes that check for the app of this folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, own = (process / "cmdline").read_bytes(), (process / "environ").read_bytes()
        except OSError:  # it has ended, or is somebody else's
            continue
        of_the_app = any(said.startswith(f"TMPDIR={folder / 'tmp'}/".encode()) for said in own.split(b"\0"))
        if of_the_app and b"checker." in command:
            found.append(int(process.name))
    return found


@contextmanager
def opened(browser: Browser, address: str, *, locale: str = "en-GB", width: int = 1360) -> Iterator[Page]:
    """A new session in the browser, on the first page or on the one that the address names."""
    home = "/".join(address.split("/")[:3])
    asked: set[str] = set()
    page = browser.new_page(viewport={"width": width, "height": 900}, locale=locale)
    page.on("request", lambda request: asked.add(request.url))
    page.goto(address)
    yield page
    page.close()
    local = (home, home.replace("http", "ws"), "data:", "blob:")
    assert not {url for url in asked if not url.startswith(local)}
