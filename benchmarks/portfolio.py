"""Engines on the same shapes and portfolio, each a whole process: CPU and wall seconds, peak memory, ratios.

usage: python benchmarks/portfolio.py [--sizes 1,100,1000,10000] [--large 100000] [--requirements 12,0] [--limit 100]
                                      [--engines NAME,NAME] [--memory 1GB] [--write]

A run ends at --limit seconds of CPU; a peer is not run where what it took for fewer would then be beyond that.
Engines that are not installed are said. --large is validated by ours alone, in files of a thousand descriptions, with
memory read twice a second. With --write the tables go to docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- portfolio: begin -->", "<!-- portfolio: end -->"
OWN = "https://example.org/"
OURS = ("drain", "ours")
"""Run at every size."""


class Run(NamedTuple):
    cpu: float
    wall: float
    memory: float
    results: int
    digest: str
    curve: tuple[float, ...] = ()


def main() -> int:
    sys.path[0] = str(ROOT)
    from benchmarks.portfolio_engines import ENGINES, installed

    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sizes", default="1,100,1000,10000")
    arguments.add_argument("--large", type=int, default=100_000, help="0 for none")
    arguments.add_argument("--requirements", default="12,0", help="how many, 0 for all; peers run the first alone")
    arguments.add_argument("--limit", type=float, default=100, help="CPU seconds of one run")
    arguments.add_argument("--engines", default=",".join(n for n in ENGINES if n != "parts"))
    arguments.add_argument("--memory", default="1GB", help="the bound for --large")
    arguments.add_argument("--write", action="store_true")
    asked = arguments.parse_args()
    names = asked.engines.split(",")
    there = [n for n in names if installed(n)]
    lines = [machine(), "", *(f"Not installed: {n}." for n in names if n not in there), ""]
    with tempfile.TemporaryDirectory() as folder:
        files = made(Path(folder), [int(s) for s in asked.sizes.split(",")])
        for place, wanted in enumerate(asked.requirements.split(",")):
            shapes = Path(folder) / f"{wanted}.nt"
            count = json.loads(python("shapes", str(shapes), wanted))
            print(f"{count} requirements", flush=True)
            run = there if place == 0 else [n for n in there if n in OURS]
            lines += table(count, run, shapes, files, asked)
            if asked.large and place == 0:
                lines += large(shapes, Path(folder), asked)
        lines.append(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.")
    print("\n".join(lines))
    if asked.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        text = "\n".join(lines)
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    return 0


def python(what: str, *given: str) -> str:
    """Makes shapes or data in a process of its own, so that this one stays small."""
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "portfolio_files.py"), f"--{what}", *given],
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def made(folder: Path, sizes: list[int]) -> dict[int, Path]:
    found = {}
    for size in sizes:
        found[size] = folder / f"{size}.ttl"
        python("data", str(size), str(found[size]), str(found[size].with_suffix(".batches")))
    return found


def table(count: int, names: list[str], shapes: Path, files: dict[int, Path], asked: argparse.Namespace) -> list[str]:
    rows: dict[str, list[str]] = {name: [] for name in names}
    last: dict[str, tuple[int, float]] = {}
    notes = []
    for size, data in files.items():
        runs: dict[str, Run] = {}
        for name in names:
            before = last.get(name)
            if name not in OURS and before and before[0] > 1 and before[1] * size / before[0] > asked.limit:
                rows[name].append("not run")
                continue
            run = measured(name, shapes, data, asked.limit)
            last[name] = (size, run.cpu if run else 10 * asked.limit)
            rows[name].append(cell(run, runs.get("drain")) if run else f"over {asked.limit:.0f} s")
            if run:
                runs[name] = run
            print(f"  N = {size} {name}: {run}", flush=True)
        notes += compared(size, runs)
    head = [f"{n:,} ({f.stat().st_size / 1e6:.1f} MB)" for n, f in files.items()]
    return [
        f"| {count} requirements | {' | '.join(head)} |",
        "|---" * (len(head) + 1) + "|",
        *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()),
        "",
        *notes,
        "",
    ]


def cell(run: Run, drain: Run | None) -> str:
    ratio = f", {run.cpu / drain.cpu:.1f}x" if drain else ""
    return f"{run.cpu:.2f} / {run.wall:.2f} s, {run.memory:.0f} MB{ratio}"


def compared(size: int, runs: dict[str, Run]) -> list[str]:
    peers = {name: run for name, run in runs.items() if name not in ("drain", "ours")}
    said = {run.results for name, run in runs.items() if name != "drain" and "algebra" not in name}
    digests = {run.digest for run in runs.values() if run.digest}
    alike = "alike"
    if len(said) > 1 or len(digests) > 1:
        alike = "differently: " + ", ".join(f"{n} {r.results:,}" for n, r in runs.items() if n != "drain")
    line = f"- N = {size:,}: results are counted {alike}"
    if peers and "ours" in runs:
        best = min(peers, key=lambda n: peers[n].cpu)
        line += f"; the best peer, {best}, takes {peers[best].cpu / runs['ours'].cpu:.1f} times the CPU time of ours"
    return [line + "."] if len(runs) > 2 else []


def large(shapes: Path, folder: Path, asked: argparse.Namespace) -> list[str]:
    """The file of a thousand under other names, as often as it takes."""
    base, parts = folder / "1000.ttl", folder / "parts"
    if not parts.is_dir():
        parts.mkdir()
        text = base.read_bytes()
        for number in range(asked.large // 1000):
            renamed = text.replace(OWN.encode(), f"{OWN}{number}/".encode())
            renamed = renamed.replace(b"guidecheck:node:", f"guidecheck:node:{number}-".encode())
            (parts / f"{number:04}.ttl").write_bytes(renamed)
    rows = []
    for share in (10, 1):
        some = folder / f"parts-{share}"
        if not some.is_dir():
            some.mkdir()
            for file in sorted(parts.iterdir())[: asked.large // 1000 // share]:
                (some / file.name).symlink_to(file)
        run = measured("parts", shapes, some, 40 * asked.limit, memory=asked.memory)
        rows.append((asked.large // share, run))
        print(f"  ours, {asked.large // share}: {run}", flush=True)
    (small, first), (most, second) = rows
    if not first or not second:
        return [f"Ours at {most:,} did not end.", ""]
    tenths = [second.curve[len(second.curve) * n // 10 : len(second.curve) * (n + 1) // 10] for n in range(10)]
    return [
        f"Ours at {most:,} descriptions in files of a thousand, within {asked.memory}: {second.cpu:.1f} s CPU,"
        f" {second.wall:.1f} s wall, peak {second.memory:.0f} MB, {second.results:,} results;"
        f" {second.cpu / first.cpu:.1f} times the CPU time of {small:,}.",
        f"Memory over the run, the most in each tenth, in MB: {', '.join(f'{max(t, default=0):.0f}' for t in tenths)}.",
        "",
    ]


def measured(name: str, shapes: Path, data: Path, limit: float, memory: str = "") -> Run | None:
    """None past the limit or where the engine fails."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 1))

    script = str(ROOT / "benchmarks" / "portfolio_engines.py")
    start, curve = time.perf_counter(), []
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        child = subprocess.Popen(
            [sys.executable, script, name, str(shapes), str(data)],
            stdout=out,
            stderr=err,
            start_new_session=True,
            preexec_fn=bounded,
            env={**os.environ, "MEMORY": memory},
        )
        while True:
            ended, status, used = os.wait4(child.pid, os.WNOHANG)
            if ended:
                break
            if time.perf_counter() - start > 8 * limit:
                os.killpg(child.pid, signal.SIGKILL)
            curve.append(resident(child.pid))
            time.sleep(0.5 if memory else 0.02)
        wall = time.perf_counter() - start
        child.returncode = status
        out.seek(0)
        err.seek(0)
        said = out.read().strip().splitlines()
        if status:
            print(f"  {name} ended with {status}: {err.read().strip()[-200:]}", flush=True)
            return None
    found = json.loads(said[-1])
    whole = max(found["memory"], used.ru_maxrss / 1024 if name in ("TopQuadrant", "rdf-validate-shacl") else 0)
    return Run(
        used.ru_utime + used.ru_stime, wall, whole, found["results"], found["digest"], tuple(curve) if memory else ()
    )


def resident(pid: int) -> float:
    """Megabytes; 0 where the process has just ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0)


def machine() -> str:
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB; {time.strftime('%Y-%m-%d')};"
        f" load of the machine at the start: {os.getloadavg()[0]:.1f}. CPU / wall seconds of the whole process, peak"
        " memory, and CPU time to that of `drain`, which parses the file with pyoxigraph and throws it away."
    )


if __name__ == "__main__":
    sys.exit(main())
