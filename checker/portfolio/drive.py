"""A run: tasks go out, results come back, what fails is divided until it has a name, what is done is skipped."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.portfolio.crew import Crew
from checker.portfolio.earlier import division_of, done_before, parts_of, split_before
from checker.portfolio.failure import Failure
from checker.portfolio.places import descriptions_of, in_work, write_bytes
from checker.portfolio.task import Done, Task
from checker.portfolio.told import Activities
from checker.portfolio.work import where

_TICK = 0.5
_LOSSES = 2
"""Workers that a task may end before it is divided."""
_FULL = 3
"""Parts in a row for which there is no room, after which the run ends."""
_FREE = "free space, and run again: what is done is skipped"


@dataclass(slots=True)
class Progress:
    """How far a run is. ``total`` and ``done`` are bytes of input, of those ``skipped`` were done before."""

    total: int = 0
    done: float = 0
    skipped: float = 0
    descriptions: int = 0
    fresh: int = 0
    """Descriptions that this run itself checked."""
    workers: int = 0
    lost: int = 0
    """How many workers have ended before their time."""


@dataclass(slots=True)
class Found:
    """What a run came to. ``keys`` name the parts that are done."""

    keys: list[str] = field(default_factory=list)
    descriptions: int = 0
    failures: list[Failure] = field(default_factory=list)
    activities: list[Activities] = field(default_factory=list)
    remarks: list[Failure] = field(default_factory=list)
    complete: bool = False


class Drive:
    """``tell`` is called often, with the state of things."""

    def __init__(self, folder: Path, tasks: Iterable[Task], tell: Callable[[Progress], None]) -> None:
        self.found = Found()
        self._folder, self._tell = folder, tell
        self._todo = deque[tuple[Task, float]]()
        self._alone = deque[tuple[Task, float]]()
        self._shares: dict[Task, float] = {}
        self._full = 0
        self._whole: dict[str, int] = {}
        self.progress = Progress()
        for task in tasks:
            self.progress.total += task.size
            self._put(task, task.size)
        self.progress.skipped = self.progress.done

    @property
    def left(self) -> int:
        """Tasks to be done. One that splits a file makes more of them."""
        return len(self._todo)

    @property
    def splits(self) -> bool:
        return any(task.kind == "split" for task, _ in self._todo)

    def run(self, crew: Crew) -> None:
        """Until all is done that can be."""
        self._until_through(crew, self._todo, lambda: crew.room)
        self._until_through(crew, self._alone, lambda: 1)
        self.found.complete = not (self._todo or self._alone)
        left = len(self._todo) + len(self._alone)
        if left:
            self._fail(Failure(f"the disk is full: {left} parts are not done", str(self._folder), _FREE, 3))

    def _until_through(self, crew: Crew, todo: deque[tuple[Task, float]], room: Callable[[], int]) -> None:
        while (todo and self._full < _FULL) or self._shares:
            self.progress.workers = room()
            while todo and len(self._shares) < self.progress.workers and self._full < _FULL:
                task, share = todo.popleft()
                self._shares[task] = share
                crew.submit(task)
            if ended := crew.ended(_TICK):
                self._take(*ended)
            self._tell(self.progress)

    def _take(self, task: Task, done: Done | None) -> None:
        share = self._shares.pop(task)
        if done is None:
            self._lost(task, share)
        elif done.divide:
            self._divide(task, share)
        elif done.disk:
            self._full += 1
            self._count(share, done)
        else:
            self._full = 0
            self._finish(task, share, done)

    def _finish(self, task: Task, share: float, done: Done) -> None:
        if task.kind == "split" and done.parts:
            self._put_parts(task, done, share)
            return
        if task.kind != "split" and descriptions_of(self._folder, task.key).exists():
            self.found.keys.append(task.key)
            if (task.first, task.last) == (0, self._whole.get(task.part)):
                in_work(self._folder, task.part).unlink(missing_ok=True)
        self.progress.fresh += done.descriptions
        self._count(share, done)

    def _count(self, share: float, done: Done) -> None:
        self.progress.done += share
        self.progress.descriptions += done.descriptions
        self.found.descriptions += done.descriptions
        self.found.remarks += done.remarks
        self.found.activities += done.activities
        for failure in done.failures:
            self._fail(failure)

    def _fail(self, failure: Failure) -> None:
        self.found.failures.append(failure)

    def _lost(self, task: Task, share: float) -> None:
        task = replace(task, losses=task.losses + 1)
        self.progress.lost += 1
        if task.losses < _LOSSES:
            self._todo.append((task, share))
        elif task.divided():
            self._divide(task, share)
        elif task.losses == _LOSSES:
            self._alone.append((task, share))  # once more, with nothing beside it that could be to blame
        else:
            what = "checking it ends the worker each time"
            remedy = "give each worker more with --memory, or take it out of the input"
            self._count(share, Done(failures=(Failure(what, where(task), remedy, 3),)))

    def _divide(self, task: Task, share: float) -> None:
        with suppress(OSError):
            write_bytes(division_of(self._folder, task), b"")
        pieces = task.divided()
        for piece in pieces:
            self._put(piece, share / len(pieces))

    def _put(self, task: Task, share: float) -> None:
        """Among what is to be done, unless it has been done, or is known to go only in pieces."""
        before = done_before(self._folder, task)
        if before is not None:
            self.found.keys.append(task.key)
            self._count(share, before)
        elif division_of(self._folder, task).exists() and task.divided():
            self._divide(task, share)
        elif task.kind == "split" and (split := split_before(self._folder, task)):
            self._put_parts(task, split, share)
        else:
            self._todo.append((task, share))

    def _put_parts(self, task: Task, done: Done, share: float) -> None:
        parts = parts_of(task, done.parts)
        whole = sum(part.last for part in parts)
        self._count(0 if whole else share, replace(done, descriptions=0))
        for part in parts:
            self._whole[part.part] = part.last
            self._put(part, share * part.last / whole)
