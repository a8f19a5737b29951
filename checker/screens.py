"""Starts the screens in a browser."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

from checker.errors import CallError
from checker.places import UI

LOCAL = "127.0.0.1"


def start(*, port: int, address: str = LOCAL, browser: bool = True) -> int:
    """Serves the screens until interrupted; gives the server's exit code. Raises CallError where they are missing."""
    if find_spec("streamlit") is None:
        raise CallError("the screens are not installed", remedy="pip install 'guidecheck[ui]'")
    command = [
        sys.executable, "-m", "streamlit", "run", str(UI / "start" / "app.py"),
        f"--server.port={port}", f"--server.address={address}", f"--server.headless={str(not browser).lower()}",
    ]  # fmt: skip
    return subprocess.call(command)  # noqa: S603 - our own command
