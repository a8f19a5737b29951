"""Who does the tasks: one process beside this one, or the workers of a Dask scheduler."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from queue import Empty, Queue
from typing import Protocol

from checker.portfolio.memory import start_worker
from checker.portfolio.task import Done, Task
from checker.portfolio.work import run_task
from checker.readers.unplugged import unplug

Ended = tuple[Task, Done | None]
"""A task with what came of it; None where the worker ended over it."""


class Crew(Protocol):
    """``room`` is how many tasks should be under way at once, 0 while no worker is there."""

    @property
    def room(self) -> int: ...

    def submit(self, task: Task) -> None: ...

    def ended(self, seconds: float) -> Ended | None:
        """The next task that ended, None where none did in that time."""

    def close(self) -> None:
        """Stops what is under way."""


class Alone:
    """One worker, without Dask. It is a process of its own: what ends it ends no more than that."""

    room = 1

    def __init__(self, memory: int, work: Callable[[Task], Done] = run_task) -> None:
        self._memory, self._work = memory, work
        self._ended: Queue[Ended] = Queue()
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, get_context("spawn"), _start, (self._memory,))

    def submit(self, task: Task) -> None:
        try:
            future = self._pool.submit(self._work, task)
        except BrokenExecutor:
            self._pool.shutdown(wait=False)
            self._pool = self._started()
            future = self._pool.submit(self._work, task)
        future.add_done_callback(lambda done: self._ended.put((task, _result(done))))

    def ended(self, seconds: float) -> Ended | None:
        try:
            return self._ended.get(timeout=seconds)
        except Empty:
            return None

    def close(self) -> None:
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)


def _start(memory: int) -> None:
    start_worker(memory)
    unplug(programs=True)  # those that parse documents are programs of their own


def _result(future: Future[Done]) -> Done | None:
    return None if future.cancelled() or future.exception() else future.result()
