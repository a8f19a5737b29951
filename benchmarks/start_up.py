"""Whole processes from a cold start: one RDF file, one draft, the examples folder; seconds and peak memory.

usage: python benchmarks/start_up.py [--repeat N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
JOBS = {
    "one RDF file": ["examples/cases/cote-divoire-sop.ttl"],
    "one Word draft": ["examples/drafts/sop-reintegration-en.docx"],
    "one PDF draft": ["examples/drafts/programme-proposal-en.pdf"],
    "the examples folder": ["examples"],
}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repeat", type=int, default=3)
    repeat = arguments.parse_args().repeat
    for name, paths in JOBS.items():
        runs = [whole_process(paths) for _ in range(repeat)]
        seconds = statistics.median(s for s, _ in runs)
        print(f"{name:22} {seconds:6.2f} s   peak {max(m for _, m in runs) / 1024:6.0f} MB   (median of {repeat})")
    return 0


def whole_process(paths: list[str]) -> tuple[float, int]:
    """Wall seconds and peak kilobytes of one run of the command."""
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", *paths, "--fail-on", "never"]
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(ROOT)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execv(sys.executable, command)  # noqa: S606
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        raise SystemExit(f"the command ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_maxrss


if __name__ == "__main__":
    sys.exit(main())
