"""``guidecheck serve`` under load: 200 uploads at once, again and again.

usage: python -m benchmarks.load_serve [--uploads N] [--again N] [--waves N] [--instant]

Every answer is held against the report of the command line on the same file. Between waves the server rests until all
is done; what it holds then must not grow.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from benchmarks.load.client import Told, wave
from benchmarks.load.mixture import File, by_command_line, different, mixed
from benchmarks.load.watching import Held, Watch, percentiles, slope, watched
from tests.attacks.canary import canary
from tests.serving.server import served

REST = 35.0
"""Seconds without a check before what is held counts: the server tidies every 30."""


def main() -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--uploads", type=int, default=200)
    asked.add_argument("--again", type=int, default=200, help="uploads of each wave after the first")
    asked.add_argument("--waves", type=int, default=4)
    asked.add_argument("--instant", action="store_true", help="checks take no time, and answers are not compared")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as name, canary(Path(name)) as bird:
        folder = Path(name)
        (folder / "files").mkdir()
        files = different(bird)
        expected = {} if said.instant else by_command_line(files, folder / "files")
        program = "benchmarks.load.instant" if said.instant else "checker"
        print(f"{len(files)} different files, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
        with served(folder, program=program) as server, watched(server.process.pid, server.temporary) as watch:
            resting, wrong = [watch.look()], 0
            for many in (said.uploads, *[said.again] * (said.waves - 1)):
                told, began = Told(), time.monotonic()
                uploads = mixed(files, many)
                asyncio.run(wave(str(server.http.base_url), uploads, told))
                wrong += _compared(uploads, told, expected) if expected else len(told.odd)
                _say(told, time.monotonic() - began)
                resting.append(_rested(watch))
                print(f"  at rest: {_told(resting[-1])}", flush=True)
            _memory(watch, resting, said.again)
        bird.unharmed()
        log = (folder / "server.log").read_text()
    print(f"server's log: {len(log.splitlines())} lines; wrong or lost answers: {wrong}")
    return int(wrong > 0)


def _compared(uploads: list[File], told: Told, expected: dict[str, dict[str, Any] | str]) -> int:
    """How many answers are not there or not those of the command line."""
    wrong = list(told.odd)
    for file in uploads:
        answer, name = told.answers.get(file.name), file.name.partition("-")[2]
        if answer is None:
            wrong.append(f"{file.name}: no answer")
        elif not _alike(answer, file.name, expected.get(name)):
            wrong.append(
                f"{file.name}: {answer.status_code} {answer.text[:200]!r}, not {str(expected.get(name))[:200]}"
            )
    for line in wrong[:20]:
        print(f"  WRONG {line}")
    return len(wrong)


def _alike(answer: httpx.Response, name: str, expected: dict[str, Any] | str | None) -> bool:
    if isinstance(expected, dict) and answer.status_code == 200:
        (found,) = answer.json()["inputs"]
        return bool(found == {**expected, "path": name})
    if isinstance(expected, str) and answer.status_code == 422:
        return answer.json()["detail"] in expected
    return False


def _say(told: Told, seconds: float) -> None:
    statuses = ", ".join(f"{count} x {status}" for status, count in sorted(told.statuses.items()))
    print(f"wave of {len(told.answers)} answers in {seconds:.0f} s: {statuses}")
    print(f"  refusal: {percentiles(told.first)}; upload to report: {percentiles(told.reported)}")


def _rested(watch: Watch) -> Held:
    """What is held once no process has been there for a while."""
    quiet = time.monotonic()
    while time.monotonic() - quiet < REST:
        if watch.look().processes:
            quiet = time.monotonic()
        time.sleep(0.2)
    return watch.look()


def _told(held: Held) -> str:
    return (
        f"{held.own:.1f} MB, {held.open_files} open files, {held.threads} threads, {held.processes} processes, "
        f"{held.temporary} temporary files"
    )


def _memory(watch: Watch, resting: list[Held], uploads: int) -> None:
    seen = watch.seen
    print(f"server: {resting[0].own:.0f} MB at the start, {max(held.own for held in seen):.0f} MB at most")
    print(
        f"most: {max(held.started for held in seen):.0f} MB in {max(held.processes for held in seen)} processes "
        f"started by it, {max(held.open_files for held in seen)} open files, "
        f"{max(held.threads for held in seen)} threads, "
        f"{max(held.temporary_megabytes for held in seen):.1f} MB of temporary files"
    )
    if len(later := resting[1:]) > 1:
        grown = slope([(n * uploads / 100, held.own) for n, held in enumerate(later)])
        after = ", ".join(f"{held.own:.1f}" for held in later)
        print(f"memory at rest after each wave: {after} MB; fitted slope {grown:+.2f} MB a hundred uploads")


if __name__ == "__main__":
    sys.exit(main())
