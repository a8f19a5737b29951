"""How a server ends, and what the next one finds."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import httpx
import pytest

from checker.serving.folder import PREFIX, held_folder, sweep
from tests.serving.server import RDF, WORD, alive, eventually, served
from tests.serving.test_serving import problem

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at processes and locks of other systems")


def test_told_to_end_it_ends_what_it_has(tmp_path: Path) -> None:
    with served(tmp_path, "--drain=90") as server:
        place = server.post(RDF).headers["location"]
        server.process.send_signal(signal.SIGTERM)
        eventually(lambda: server.http.post("/checks").status_code == 503)
        late = server.post(RDF)
        assert late.headers["retry-after"].isdigit()
        problem(late, 503)
        while server.http.get(place, params={"wait": 60}).json()["state"] != "done":
            pass
        assert server.process.poll() is None, "nobody has fetched the report yet"
        assert server.http.get(f"{place}/report").json()["inputs"][0]["path"] == RDF.name
        assert server.process.wait(20) == -signal.SIGTERM


def test_it_ends_at_the_latest_when_it_said(tmp_path: Path) -> None:
    with served(tmp_path, "--drain=0.5") as server:
        server.post(WORD)
        (pid,) = server.checking()
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(20)
        eventually(lambda: not alive(pid))


def test_what_a_killed_server_left_is_gone_with_the_next(tmp_path: Path) -> None:
    with served(tmp_path) as first:
        first.post(WORD)
        first.process.kill()
        first.process.wait()
        assert [path.name for path in first.uploads()] == [WORD.name]
        with served(tmp_path) as second:
            assert second.uploads() == []
            assert second.http.get("/health").status_code == 200


def test_nobody_takes_the_folder_of_a_server_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    held = held_folder()
    being_made, elsewhere = tmp_path / f"{PREFIX}new", tmp_path / "elsewhere"
    being_made.mkdir()
    elsewhere.mkdir()
    (elsewhere / "held").touch()
    (tmp_path / f"{PREFIX}link").symlink_to(elsewhere)
    sweep(tmp_path)
    assert held.path.exists() and being_made.exists() and elsewhere.exists()
    held.away()
    assert not held.path.exists()


def test_whoever_goes_away_makes_room(tmp_path: Path) -> None:
    with served(tmp_path, "--running=1", "--waiting=0") as server:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(
                f"{server.http.base_url}/checks?wait=60", files={"file": (WORD.name, WORD.read_bytes())}, timeout=0.3
            )
        eventually(lambda: not server.checking())
        eventually(lambda: server.post(RDF).status_code == 202)
