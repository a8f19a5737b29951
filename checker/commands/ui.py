"""Starts the screens in a browser."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from checker.errors import CallError
from checker.places import UI

LOCAL = "127.0.0.1"
_FEW_HEAPS = {"MALLOC_ARENA_MAX": "2"}
"""For glibc: a heap for each thread that draws a page is never full and never given back."""
_SETTINGS = ".streamlit"


def start(*, port: int, address: str = LOCAL, browser: bool = True) -> int:
    """Serves the screens until interrupted; gives the server's exit code. Raises CallError where they are missing,
    where the folder one stands in has settings for them, and where nobody can listen there."""
    if find_spec("streamlit") is None:
        raise CallError("the screens are not installed", remedy="pip install 'guidecheck[ui]'")
    if Path(_SETTINGS).exists() and Path.cwd() not in (Path.home(), UI / "start"):
        raise CallError(
            "the settings in this folder would change the screens, and whom they call",
            where=str(Path(_SETTINGS).absolute()),
            remedy="start it from another folder; settings of your own are in the one of this name in your home folder",
        )
    from checker.readers.unplugged import can_unplug

    if not can_unplug():
        click.echo("guidecheck: this system cannot cut parsers off the network; see docs/threat-model.md", err=True)
    from checker.serving.sockets import listening_socket

    listening_socket(address, port).close()
    command = [
        sys.executable, "-P", str(UI / "start" / "server.py"), "run", str(UI / "start" / "app.py"),
        f"--server.port={port}", f"--server.address={address}", f"--server.headless={str(not browser).lower()}",
    ]  # fmt: skip
    return _until_ended(command)


def _until_ended(command: Sequence[str]) -> int:
    """Who is told to end tells the server, which would live on otherwise; as process 1 of a container it must. What is
    uploaded lies in a folder that goes with the server, or with the next one where it was killed."""
    from checker.serving.folder import held_folder

    held = held_folder()
    try:
        with subprocess.Popen(  # noqa: S603 - our own command
            command, env={**_FEW_HEAPS, **os.environ, "TMPDIR": str(held.path)}, pass_fds=held.handles
        ) as server:
            signal.signal(signal.SIGTERM, lambda *_: server.terminate())
            return server.wait()
    finally:
        held.away()


@click.command(name="ui", short_help="Open the review desk in the browser.")
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option(
    "--address",
    default="127.0.0.1",
    show_default=True,
    help="Who may open it: only this computer, or with 0.0.0.0 whoever reaches it.",
)
@click.option("--browser/--no-browser", default=True, help="Whether to open a browser window.")
def ui_command(port: int, address: str, browser: bool) -> int:
    """Open the review desk in the browser: check drafts, decide requirement by requirement, send them back.

    \b
    guidecheck ui
    GUIDECHECK_STORE=our-reviews guidecheck ui --port 8600
    """
    return start(port=port, address=address, browser=browser)
