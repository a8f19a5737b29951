"""Jobs: those that run, those that wait for their turn, those that have ended and are soon forgotten."""

from __future__ import annotations

import math
import secrets
import shutil
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from time import monotonic

from checker.check import Options
from checker.check_job import CheckJob, Ended
from checker.errors import ToolError
from checker.serving.folder import held_folder
from checker.serving.job import Job
from checker.serving.limits import Limits
from checker.serving.problems import ProblemError

_SOONEST, _LATEST = 2, 30
"""Seconds after which to come back."""
_MEMORY = 5
"""Checks over which their time is averaged."""


class Jobs:
    """Safe to use from several threads. Files lie in a folder of this value, gone with ``close`` at the latest."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._held = held_folder()
        self._jobs: dict[str, Job] = {}
        self._queue: deque[Job] = deque()
        self._running: dict[str, CheckJob] = {}
        self._coming = 0
        self._closed = False
        self._owed: list[Job] = []
        self._usual = 1.0
        self._lock = RLock()

    @contextmanager
    def room(self) -> Iterator[Path]:
        """A folder for an upload, counted as a job meanwhile, gone if no job takes it. Raises ProblemError where there
        are too many."""
        with self._lock:
            self._forget()
            if self._closed:
                raise ProblemError(
                    503, "the server is ending", remedy="try again in a while", headers={"Retry-After": "10"}
                )
            taken = len(self._running) + len(self._queue) + self._coming
            if taken >= self.limits.running + self.limits.waiting:
                raise ProblemError(
                    429,
                    f"{taken} checks are running or waiting",
                    remedy="try again in a while",
                    headers={"Retry-After": str(self._soon())},
                )
            self._coming += 1
        folder = self._held.path / secrets.token_urlsafe(18)
        try:
            folder.mkdir()
            yield folder
        finally:
            with self._lock:
                self._coming -= 1
                if folder.name not in self._jobs:
                    shutil.rmtree(folder, ignore_errors=True)

    def add(self, file: Path, options: Options, format: str | None) -> Job:
        """A job on a file in a ``room``, whose folder gives it its id."""
        job = Job(file.parent.name, file, options, format)
        with self._lock:
            self._jobs[job.id] = job
            self._queue.append(job)
            self._next()
        return job

    def get(self, id: str) -> Job:
        """Raises ProblemError where there is none, or none any more."""
        with self._lock:
            self._forget()
            if id in self._jobs:
                return self._jobs[id]
        raise ProblemError(
            404, "there is no such check, or it has been forgotten", where=id, remedy="post the draft again"
        )

    def drop(self, id: str) -> None:
        """Ends a job and forgets it. Raises ProblemError where there is none."""
        job = self.get(id)
        with self._lock:
            self._jobs.pop(id, None)
            if job in self._queue:
                self._queue.remove(job)
                job.end(Ended(None, {}, ()))
            if running := self._running.get(id):
                running.stop()
            else:
                self._clear(job)

    def tidy(self) -> None:
        """Forgets what has ended long ago."""
        with self._lock:
            self._forget()

    def drain(self) -> None:
        """Takes no more; what it has goes on."""
        with self._lock:
            self._closed = True
            self._owed = [job for job in self._jobs.values() if job.ended_at is None]

    @property
    def owes(self) -> bool:
        """True while somebody is to be told what came of a check, since ``drain``."""
        with self._lock:
            return bool(self._coming) or any(not job.told and job.id in self._jobs for job in self._owed)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._queue.clear()
            running = list(self._running.values())
        for check in running:
            check.stop()
        for check in running:
            check.wait(10)
        self._held.away()

    def _next(self) -> None:
        while self._queue and len(self._running) < self.limits.running and not self._closed:
            job = self._queue.popleft()
            job.started_at = monotonic()

            def finish(ended: Ended, job: Job = job) -> None:
                self._finish(job, ended)

            try:
                job.check = CheckJob([job.file], job.options, finish, lines=True, seconds=self.limits.seconds)
            except OSError as error:
                why = error.strerror or str(error)
                job.end(Ended(None, {}, (ToolError(f"no check could be started ({why})", remedy="try again later"),)))
                self._clear(job)
            else:
                self._running[job.id] = job.check

    def _finish(self, job: Job, ended: Ended) -> None:
        try:
            job.end(ended)
        except Exception as error:  # whatever it was, its place is for the next one
            why = f"the report could not be kept ({type(error).__name__})"
            job.end(Ended(None, {}, (ToolError(why, remedy="try again"),)))
        with self._lock:
            self._usual += (monotonic() - job.started_at - self._usual) / _MEMORY
            self._running.pop(job.id, None)
            job.check = None
            self._clear(job)
            self._next()

    def _soon(self) -> int:
        """Seconds until there may be room: as long as a check took of late, for those who all come back then."""
        return max(_SOONEST, min(_LATEST, math.ceil(self._usual)))

    def _clear(self, job: Job) -> None:
        """An upload is deleted as soon as it has been checked."""
        shutil.rmtree(job.file.parent, ignore_errors=True)

    def _forget(self) -> None:
        ended = [job for job in self._jobs.values() if job.ended_at is not None]
        ended.sort(key=lambda job: job.ended_at or 0, reverse=True)
        kept = 0
        for n, job in enumerate(ended, start=1):
            kept += job.size
            late = monotonic() - (job.ended_at or 0) > self.limits.kept_seconds
            if late or n > self.limits.kept or (kept > self.limits.kept_bytes and n > 1):
                del self._jobs[job.id]
