"""A check that stays: what it says as files change under it, and how it ends."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.shared_material import ROOT

RDF = ROOT / "tests" / "shapes" / "sop-and-data"
PASS, FAIL = ((RDF / f"SOP-07-{way}.ttl").read_text("utf-8") for way in ("pass", "fail"))


class Watching:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def until(self, words: str) -> list[str]:
        """The lines on standard error up to the one with these words."""
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            lines.append(self._said.get(timeout=60))
        return lines

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self._said.put(line)


@contextmanager
def watching(*arguments: str | Path) -> Iterator[Watching]:
    command = [
        sys.executable,
        "-c",
        "from checker.cli import main; main()",
        "check",
        "--watch",
        "--language",
        "en",
        *map(str, arguments),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        yield Watching(process)
    finally:
        process.kill()
        process.wait()


def test_what_changed_is_said_and_a_broken_file_stops_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "draft.ttl"
    draft.write_text(PASS, "utf-8")
    (tmp_path / "other.ttl").write_text(FAIL, "utf-8")
    with watching(tmp_path) as check:
        check.until("Ctrl-C")
        draft.write_text(FAIL, "utf-8")
        said = check.until("issues:")
        assert any("changed: " in line and "draft.ttl" in line and "other.ttl" not in line for line in said)
        assert any(line.startswith("+ new: ") and "draft.ttl" in line for line in said)
        draft.write_text(FAIL + "\n<", "utf-8")
        said = check.until("issues:")
        assert any(line.startswith(f"guidecheck: {draft}:") for line in said)
        assert "new: 0; gone: 0" in said[-1]
        draft.write_text(PASS, "utf-8")
        said = check.until("issues:")
        assert any(line.startswith("- gone: ") and "draft.ttl" in line for line in said)
        draft.unlink()
        assert "gone: 0" not in check.until("issues:")[-1]
        check.process.send_signal(signal.SIGINT)
        assert check.process.wait(timeout=20) == 0
        assert check.process.stdout
        assert "\x1b" not in check.process.stdout.read()


def test_reports_are_written_anew(tmp_path: Path) -> None:
    draft, report = tmp_path / "draft.ttl", tmp_path / "report.json"
    draft.write_text(FAIL, "utf-8")
    with watching(draft, "--output", report) as check:
        check.until("Ctrl-C")
        before = report.read_text("utf-8")
        draft.write_text(PASS, "utf-8")
        check.until("issues:")
        assert report.read_text("utf-8") != before


def test_settings_and_waivers_that_change_are_taken(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.ttl").write_text(FAIL, "utf-8")
    settings, waivers = tmp_path / "guidecheck.toml", tmp_path / ".guidecheck-waivers.toml"
    with watching(tmp_path) as check:
        check.until("Ctrl-C")
        settings.write_text('profile = "rcm-guide"\n', "utf-8")
        said = check.until("issues:")
        assert any("changed: " in line and "guidecheck.toml" in line for line in said)
        assert "gone: 0" not in said[-1]
        settings.write_text('profil = "rcm-guide"\n', "utf-8")
        assert "did you mean profile?" in check.until("guidecheck.toml:1:")[-1]
        settings.unlink()
        assert "new: 0" not in check.until("issues:")[-1]
        waivers.write_text(
            '[[waiver]]\nrequirement = "*"\ntarget = "draft.ttl"\nreason = "Pilot"\nwho = "A"\nuntil = 2999-01-01\n',
            "utf-8",
        )
        assert "issues: 0; new: 0" in check.until("issues:")[-1]


def test_a_baseline_is_not_written_again_and_again(tmp_path: Path) -> None:
    (tmp_path / "draft.ttl").write_text(FAIL, "utf-8")
    with watching(tmp_path, "--write-baseline", tmp_path / "b.json") as check:
        assert check.process.wait(timeout=60) == 2
        assert check.until("--write-baseline")[-1].startswith("guidecheck: ")


def test_reports_among_the_drafts_start_no_further_run(tmp_path: Path) -> None:
    draft = tmp_path / "draft.ttl"
    draft.write_text(FAIL, "utf-8")
    with watching(tmp_path, "--output", tmp_path / "out.md", "--output", tmp_path / "out.ttl") as check:
        check.until("Ctrl-C")
        draft.write_text(FAIL + "# more\n", "utf-8")
        check.until("issues:")
        (tmp_path / "last.ttl").write_text(PASS.replace("ex:draft", "ex:last"), "utf-8")
        changed = [line for line in check.until("issues:") if "changed: " in line]
        assert len(changed) == 1
        assert "last.ttl" in changed[0] and "out." not in changed[0]
