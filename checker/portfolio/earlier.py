"""What an earlier run on the same content left of a task in the folder of results."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import msgspec

from checker.portfolio.failure import Failure
from checker.portfolio.places import descriptions_of, in_work, verdicts_of
from checker.portfolio.rows import said_of
from checker.portfolio.task import Done, Task


def done_before(folder: Path, task: Task) -> Done | None:
    """What the task came to; None where it is still to be done, as splitting a file always is."""
    if task.kind == "split" or not verdicts_of(folder, task.key).exists():
        return None
    try:
        count, said = said_of(descriptions_of(folder, task.key))
        failures, remarks = (tuple(Failure(**f) for f in json.loads(said[n])) for n in ("failures", "remarks"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Done(count, failures, remarks)


def split_before(folder: Path, task: Task) -> Done | None:
    """What came of splitting a file, where what is still to be done of its parts is there."""
    try:
        done = msgspec.json.decode(in_work(folder, f"{task.key}.parts").read_bytes(), type=Done)
    except (OSError, ValueError):
        return None
    parts = parts_of(task, done.parts)
    there = all(in_work(folder, p.part).exists() or done_before(folder, p) is not None for p in parts)
    return done if there else None


def parts_of(task: Task, parts: Iterable[tuple[str, int]]) -> tuple[Task, ...]:
    """The tasks that splitting a file gives, by the names of the parts and the descriptions in each."""
    return tuple(replace(task, kind="part", part=name, first=0, last=count, losses=0) for name, count in parts)


def division_of(folder: Path, task: Task) -> Path:
    """The file that is there where a task is known to go only in pieces."""
    return in_work(folder, f"{task.key}.divided")
