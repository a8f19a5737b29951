"""Workers for tests: one in this process, and work that goes wrong at files of certain names."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections import deque
from unittest.mock import patch

from checker.portfolio.crew import Ended
from checker.portfolio.task import Done, Task
from checker.portfolio.work import run_task


class Here:
    """Does tasks in this process, one after the other."""

    def __init__(self) -> None:
        self.did: list[Task] = []
        self._todo: deque[Task] = deque()
        self.room = 3

    def submit(self, task: Task) -> None:
        self._todo.append(task)

    def ended(self, seconds: float) -> Ended | None:
        task = self._todo.pop()
        self.did.append(task)
        return task, run_task(task)

    def close(self) -> None:
        pass


def deadly(task: Task) -> Done:
    """Ends the worker over a file called poison, as a crash or the system's memory killer would."""
    if any("poison" in item.source for item in task.items):
        os.kill(os.getpid(), signal.SIGKILL)
    return run_task(task)


def hungry(task: Task) -> Done:
    """Takes far more memory than it may over a file called poison."""
    if not any("poison" in item.source for item in task.items):
        return run_task(task)
    with patch("checker.portfolio.work.read_all", lambda drafts, knowledge: bytearray(64 * 2**30)):
        return run_task(task)


def slow(task: Task) -> Done:
    """Leaves time to end the worker meanwhile."""
    time.sleep(1)
    return run_task(task)


def without_room(task: Task) -> Done:
    """Writes to a disk that takes no file of more than 4 KB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        return run_task(task)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
