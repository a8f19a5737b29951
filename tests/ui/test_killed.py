"""What is uploaded lies in a folder that goes with the server, and with the next one where it was killed."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from checker.serving.folder import PREFIX, sweep
from tests.ui.serving import served, started, wait

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at locks of other systems")


def test_what_a_killed_desk_left_is_gone_with_the_next(tmp_path: Path) -> None:
    desk, address = started(tmp_path)
    try:
        wait(address, desk)
        (held,) = (tmp_path / "tmp").glob(f"{PREFIX}*")
        assert (held.stat().st_mode & 0o777) == 0o700
        (held / "draft.docx").write_text("not for others")
        desk.kill()
        desk.wait()
        sweep(tmp_path / "tmp")
        assert held.exists(), "the server that it had started goes on"
    finally:
        os.killpg(desk.pid, signal.SIGKILL)
    with served(tmp_path):
        assert not held.exists()
        assert len(list((tmp_path / "tmp").glob(f"{PREFIX}*"))) == 1
