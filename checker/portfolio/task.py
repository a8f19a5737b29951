"""The pieces that a run consists of, as they go to a worker and come back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal

from checker.portfolio.failure import Failure
from checker.portfolio.told import AS_USUAL, Activities, Reading

_INTO = 8
"""Pieces that a task is divided into where it ends the worker: the culprit is found in a few rounds."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all tasks of a run. ``mark`` tells program, knowledge, profile and reading; ``memory`` is
    bytes."""

    folder: str
    profile: str
    mark: str
    memory: int
    reading: Reading = AS_USUAL


@dataclass(frozen=True, slots=True)
class Item:
    """An input file: where it lies, what it is called in results, and its content."""

    path: str
    source: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Task:
    """Work for one worker: some files; one large file to be split; a part of it; or a document, which is read.

    A part has the drafts from ``first`` to before ``last`` of those in the file of that part.
    """

    job: Job
    kind: Literal["files", "split", "part", "document"]
    items: tuple[Item, ...]
    part: str = ""
    first: int = 0
    last: int = 0
    losses: int = 0
    """How many workers have ended over it."""

    @property
    def key(self) -> str:
        """Names the result: the same for the same content, knowledge and profile."""
        named = [self.job.mark, self.kind, *(f"{i.source}\0{i.sha256}" for i in self.items)]
        if self.kind == "part":
            named.append(f"{self.part} {self.first} {self.last}")
        return sha256("\n".join(named).encode()).hexdigest()[:24]

    @property
    def size(self) -> int:
        """Bytes of input."""
        return sum(item.size for item in self.items)

    def divided(self) -> tuple[Task, ...]:
        """The same work in smaller pieces, which are under suspicion; none where it is one description or document."""
        if self.kind == "files" and len(self.items) > 1:
            step = -(-len(self.items) // _INTO)
            pieces = (self.items[n : n + step] for n in range(0, len(self.items), step))
            return tuple(replace(self, items=piece, losses=1) for piece in pieces)
        if self.kind == "files":
            return (replace(self, kind="split", losses=1),)
        if self.kind == "part" and self.last - self.first > 1:
            step = -(-(self.last - self.first) // _INTO)
            starts = range(self.first, self.last, step)
            return tuple(replace(self, first=n, last=min(n + step, self.last), losses=1) for n in starts)
        return ()


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task. ``parts`` are those of a file that was split, each with its number of drafts."""

    descriptions: int = 0
    failures: tuple[Failure, ...] = ()
    remarks: tuple[Failure, ...] = ()
    """What is wrong with descriptions that could be checked all the same."""
    parts: tuple[tuple[str, int], ...] = ()
    activities: tuple[Activities, ...] = ()
    divide: bool = False
    """True where it went wrong as a whole, and may not in pieces."""
    disk: bool = field(default=False)
    """True where there was no room to write."""
