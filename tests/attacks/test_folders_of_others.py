"""guidecheck called in a folder, or on one, that somebody else has filled."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from checker.commands import ui
from checker.config import config_file, effective
from checker.counted import waiver_files
from checker.errors import CallError, InputError
from checker.waivers import NAME as WAIVERS
from tests.ports import free_port
from tests.shared_material import ROOT
from tests.ui.serving import wait

CALL = "import sys; sys.path.insert(0, {root!r}); from checker.cli import main; sys.argv[1:] = {said!r}; main()"


def test_the_desk_runs_no_code_of_the_folder_it_is_started_in(tmp_path: Path) -> None:
    """Python looks there first for the library that serves the screens."""
    ran = tmp_path / "ran"
    (tmp_path / "streamlit.py").write_text(f"open({str(ran)!r}, 'w')")
    port = free_port()
    said = ["ui", "--no-browser", f"--port={port}"]
    command = [sys.executable, "-P", "-c", CALL.format(root=str(ROOT), said=said)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
    assert not ran.exists()


@pytest.mark.parametrize("file", ["config.toml", "secrets.toml"])
def test_nor_does_it_take_settings_from_there(file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They could open it to web pages, or send people to another place to sign in."""
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / file).write_text("[server]\nenableXsrfProtection = false\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ui, "_until_ended", lambda _: 0)
    with pytest.raises(CallError, match="settings in this folder"):
        ui.start(port=8501)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert ui.start(port=8501) == 0, "those of one's own hold"


@pytest.mark.parametrize("place", [".git/hooks/pre-commit", "a/../.venv/lib/x.pth", ".github/x.md", "link/x.txt"])
def test_settings_write_nothing_that_is_run(place: str, tmp_path: Path) -> None:
    (tmp_path / ".git" / "hooks").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / ".git", target_is_directory=True)
    (tmp_path / "guidecheck.toml").write_text(f'formats = ["text:{place}"]\n')
    with pytest.raises(InputError, match="or is hidden"):
        effective(config_file([tmp_path]))


@pytest.mark.skipif(sys.platform == "win32", reason="asks for the owner of files")
@pytest.mark.parametrize("mode", [0o777, 0o1777])
@pytest.mark.parametrize("name", ["guidecheck.toml", "pyproject.toml"])
def test_settings_that_anybody_could_put_there_are_passed_over(
    mode: int, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a folder for temporary files, where a report that they ask for would be read by others."""
    shared = tmp_path / "shared"
    (shared / "mine").mkdir(parents=True)
    file, waivers = shared / name, shared / WAIVERS
    file.write_text('formats = ["html:told.html"]' if name == "guidecheck.toml" else "[tool.guidecheck]\nstrict = true")
    waivers.write_text("")
    own(file, waivers, 4712 if os.getuid() == 0 else os.getuid())
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    shared.chmod(mode)
    assert config_file([shared / "mine"]) is None
    assert waiver_files(None, [shared / "mine"]) == ()
    monkeypatch.setattr(os, "getuid", lambda: file.stat().st_uid)
    assert config_file([shared / "mine"]) is not None, "one's own"
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    shared.chmod(stat.S_IRWXU)
    assert config_file([shared / "mine"]) is not None, "that of whoever the folder belongs to"
    assert waiver_files(None, [shared / "mine"]) == (waivers,)


def own(first: Path, second: Path, user: int) -> None:
    if os.geteuid() == 0:
        os.chown(first, user, -1)
        os.chown(second, user, -1)
