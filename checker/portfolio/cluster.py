"""Workers of a Dask scheduler: processes of this machine, or those of a scheduler that runs already."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue
from typing import Any

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin
from distributed.security import Security

from checker.errors import CallError
from checker.portfolio.crew import Ended
from checker.portfolio.failure import Failure
from checker.portfolio.memory import start_worker
from checker.portfolio.task import Done, Task
from checker.portfolio.work import run_task

LOCAL = "127.0.0.1"
_SECONDS = 15
_PATIENCE = 10
_QUIET = {
    "distributed.scheduler.allowed-failures": 0,  # how often a task is tried again is decided by the run
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.admin.event-loop-monitor-interval": None,
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
}
"""The bound on memory is the system's, on each process: nothing is spilt, paused or looked for."""


class _Bounds(WorkerPlugin):
    """Given to each worker of this machine, also to those that come in for one that ended."""

    def __init__(self, memory: int) -> None:
        self._memory = memory

    def setup(self, worker: Any) -> None:
        with suppress(ValueError):  # Ctrl-C can be set in the main thread alone; there Dask has done it
            start_worker(self._memory)


class Cluster:
    """Raises CallError where the scheduler does not answer."""

    def __init__(
        self, workers: int, memory: int, scheduler: str | None = None, work: Callable[[Task], Done] = run_task
    ) -> None:
        self._work = work
        self._ended: Queue[Ended] = Queue()
        self._futures: dict[str, Future[Any]] = {}
        self._cluster: LocalCluster | None = None
        self._count = 0
        for name in ("distributed", "distributed.nanny", "distributed.scheduler", "distributed.worker"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        try:
            self._client = Client(scheduler, timeout=_SECONDS) if scheduler else self._local(workers, memory)
        except (OSError, ValueError, ImportError) as error:
            raise CallError(
                f"no scheduler answers ({error})" if scheduler else f"the workers cannot be started ({error})",
                where=scheduler or "",
                remedy="start it with: dask scheduler" if scheduler else "try --workers 1",
            ) from error

    def _local(self, workers: int, memory: int) -> Client:
        with dask.config.set(_QUIET):
            self._cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host=LOCAL,
                dashboard_address=f"{LOCAL}:0",
                scheduler_kwargs={"dashboard": False},
                silence_logs=logging.CRITICAL + 1,
                memory_limit=0,
                security=Security.temporary(),
            )
        client = Client(self._cluster, set_as_default=False)
        client.register_plugin(_Bounds(memory))
        return client

    @property
    def room(self) -> int:
        return sum(self._client.nthreads().values())

    def submit(self, task: Task) -> None:
        self._count += 1
        name = f"{task.key}-{self._count}"
        future = self._client.submit(self._work, task, key=name, pure=False)
        self._futures[name] = future
        future.add_done_callback(lambda done: self._put(task, name, done))

    def _put(self, task: Task, name: str, future: Future[Any]) -> None:
        self._futures.pop(name, None)
        if future.status == "finished":
            self._ended.put((task, future.result()))
        elif future.status == "error":
            error = future.exception()
            lost = isinstance(error, KilledWorker)
            self._ended.put((task, None if lost else Done(failures=(_failure(task, error),))))

    def ended(self, seconds: float) -> Ended | None:
        try:
            return self._ended.get(timeout=seconds)
        except Empty:
            return None

    def close(self) -> None:
        """What does not end in time ends with this process: by then the results are written."""
        with suppress(Exception):
            self._client.cancel(list(self._futures.values()), force=True)
        with suppress(Exception):
            self._client.close(timeout=_PATIENCE)
        if self._cluster is not None:
            with suppress(Exception):
                self._cluster.close(timeout=_PATIENCE)


def _failure(task: Task, error: BaseException | None) -> Failure:
    return Failure(
        f"a worker could not take the task ({type(error).__name__}: {error})",
        task.items[0].source,
        "install the same guidecheck on every machine",
        3,
    )
