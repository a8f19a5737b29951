"""What a server holds while it is under load, read from /proc."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import linear_regression


@dataclass(frozen=True, slots=True)
class Held:
    """``seconds`` since the watch began; megabytes of the server itself and of all it started; how many files it has
    open, threads, processes started by it; files and megabytes in its folder for temporary files."""

    seconds: float
    own: float
    started: float
    open_files: int
    threads: int
    processes: int
    temporary: int
    temporary_megabytes: float


@dataclass
class Watch:
    pid: int
    temporary: Path
    seen: list[Held] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def look(self) -> Held:
        below = _below(self.pid)
        found = (
            Path(above, name) for above, _, names in os.walk(self.temporary) for name in names if name not in _LOCKS
        )
        files = [size for path in found if (size := _size(path)) is not None]
        held = Held(
            time.monotonic() - self.began,
            _megabytes(self.pid),
            sum(map(_megabytes, below)),
            len(list(Path(f"/proc/{self.pid}/fd").iterdir())),
            len(list(Path(f"/proc/{self.pid}/task").iterdir())),
            len(below),
            len(files),
            sum(files) / 2**20,
        )
        self.seen.append(held)
        return held


@contextmanager
def watched(pid: int, temporary: Path, every: float = 0.5) -> Iterator[Watch]:
    """Looks again and again, in a thread."""
    watch, over = Watch(pid, temporary), threading.Event()

    def look() -> None:
        while not over.wait(every):
            watch.look()

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Of the line that fits best."""
    return linear_regression([x for x, _ in points], [y for _, y in points]).slope


def percentiles(times: Sequence[float]) -> str:
    found = sorted(times)
    if not found:
        return "none"
    at = {name: found[min(len(found) - 1, int(share * len(found)))] for name, share in SHARES.items()}
    return ", ".join(f"{name} {seconds:.2f} s" for name, seconds in at.items())


_LOCKS = ("held", "taken")
"""Files that a server has for as long as it runs."""
SHARES = {"median": 0.5, "p95": 0.95, "p99": 0.99, "most": 1.0}


def _below(pid: int) -> list[int]:
    """Processes that it started, and those that they started."""
    found = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in tasks.read_text().split()]
        except OSError:
            continue
        found += [more for child in children for more in (child, *_below(child))]
    return found


def _megabytes(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None
