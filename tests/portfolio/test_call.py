"""The command: exit codes, one line for what is wrong, and a stop that loses nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from checker.portfolio.drive import Progress
from checker.portfolio.progress import in_words
from tests.portfolio.making import write
from tests.portfolio.results import rows

ROOT = Path(__file__).parents[2]
WITHOUT = "import sys; sys.modules[{name!r}] = None; sys.path.insert(0, '.'); "
CALL = "from checker.cli import main; main()"


def started(*arguments: str, code: str = CALL) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, "portfolio", "check", *arguments],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def called(*arguments: str, code: str = CALL) -> tuple[int, list[str]]:
    process = started(*arguments, code=code)
    _, said = process.communicate(timeout=120)
    return process.returncode, said.splitlines()


def test_failures_are_told_and_decide_the_exit_code(tmp_path: Path) -> None:
    files = write(tmp_path / "in", ["a", "b"])
    files[1].write_text("nonsense", encoding="utf-8")
    out = tmp_path / "out"
    code, said = called(str(tmp_path / "in"), "--output", str(out), "--workers", "1", "--profile", "emm")
    assert code == 2
    assert f"guidecheck: {files[1]}:1: not valid Turtle" in said[-2]
    assert said[-1] == f"wrote {out}: 1 descriptions"
    summary = json.loads((out / "portfolio.json").read_text(encoding="utf-8"))
    assert summary["complete"] is True
    assert [set(failure) for failure in summary["failures"]] == [{"what", "where", "remedy"}]


WRONG = [
    (("--memory", "much"), "'much' is no size of memory; write it as in 800MB or 2GB"),
    (("--memory", "1MB"), "1MB of memory are too little for a worker"),
    (("--profile", "nobody"), "nobody"),
]


@pytest.mark.parametrize(("arguments", "line"), WRONG)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: tuple[str, ...], line: str) -> None:
    write(tmp_path / "in", ["a"])
    code, said = called(str(tmp_path / "in"), "--output", str(tmp_path / "out"), *arguments)
    assert code == 2
    assert len(said) == 1
    assert line in said[0]


@pytest.mark.parametrize(
    ("name", "arguments", "line"),
    [
        ("pyarrow", (), "guidecheck: portfolios are not installed; pip install 'guidecheck[portfolio]'"),
        ("distributed", ("--workers", "2"), "several workers need Dask, which is not installed; pip install"),
    ],
)
def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, name: str, arguments: tuple[str, ...], line: str
) -> None:
    write(tmp_path / "in", ["a"])
    code, said = called(
        str(tmp_path / "in"), "--output", str(tmp_path / "out"), *arguments, code=WITHOUT.format(name=name) + CALL
    )
    assert code == 2
    assert line in said[-1]


def test_ctrl_c_stops_at_once_and_the_next_run_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "in", [f"p{n}" for n in range(3)])
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((tmp_path / "in").iterdir()))
    large = tmp_path / "in" / "large.ttl"
    large.write_text(text + f'ex:p0 rdfs:comment "{"word " * 2_000_000}" .', encoding="utf-8")
    out, arguments = tmp_path / "out", ("--workers", "1", "--profile", "emm")
    process = started(str(tmp_path / "in"), "--output", str(out), *arguments)
    until = monotonic() + 60
    while not list(out.rglob("*.parquet")) and monotonic() < until:
        sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "guidecheck: stopped; the same command goes on from here"
    assert json.loads((out / "portfolio.json").read_text(encoding="utf-8"))["complete"] is False
    both = {f.name for f in (out / "verdicts").glob("*")} & {f.name for f in (out / "descriptions").glob("*")}
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.parquet") if file.name in both}
    code, _ = called(str(tmp_path / "in"), "--output", str(out), *arguments)
    assert code == 0
    assert before.items() <= {file: file.stat().st_mtime_ns for file in out.rglob("*.parquet")}.items()
    assert len(rows(out, "descriptions")) == 6


@pytest.mark.parametrize(
    ("progress", "seconds", "said"),
    [
        (Progress(100, 50, 0, 1200, 1200, workers=2), 60, "1,200 descriptions, 20 a second, 1 min 0 s left"),
        (Progress(100, 50, 50, 9, 0, workers=2), 5, "9 descriptions"),
        (Progress(100, 50, 0, 12, 12, workers=2), 60, "12 descriptions, 12 a minute, 1 min 0 s left"),
        (Progress(10_000, 5, 0, 3, 3, workers=2), 1, "3 descriptions, 3 a second"),
        (Progress(10_000, 5_000, 0, 0, 0, workers=2), 10, "0 descriptions, 10 s left"),
        (Progress(100, 10, 0, 9, 9, workers=0), 5, "9 descriptions, no worker is there"),
    ],
)  # fmt: skip
def test_progress_tells_the_rate_and_the_time_left(progress: Progress, seconds: float, said: str) -> None:
    assert in_words(progress, seconds) == said
