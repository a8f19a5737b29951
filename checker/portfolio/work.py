"""What a worker does with a task: the same on one machine and on many."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import msgspec

from checker.errors import GuidecheckError, ToolError
from checker.knowledge import Knowledge, load
from checker.portfolio.asked import asked_by
from checker.portfolio.drafted import Drafted, as_bytes, from_bytes
from checker.portfolio.failure import Failure
from checker.portfolio.formats import drafts_of
from checker.portfolio.mark import mark_of
from checker.portfolio.one_by_one import check_answers, check_document, check_texts
from checker.portfolio.places import descriptions_of, in_work, verdicts_of, write_bytes
from checker.portfolio.reckoning import Read, read_all, reckon
from checker.portfolio.rows import Rows, as_parquet
from checker.portfolio.task import Done, Task
from checker.portfolio.told import Told

MOST_AT_ONCE = 512
"""Descriptions in one run of the engine, and in one part of a large file."""
MOST_READ = 16
"""Activities in one part, where their narratives are read, which takes a second each."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FOR_TABLES = 0.5
"""The share of a worker's memory that the engine's tables may take."""


def run_task(task: Task) -> Done:
    """Does a task and writes its rows. Whatever goes wrong is told in the answer."""
    try:
        knowledge = load()
        if mark_of(task.job.profile, knowledge, task.job.reading) != task.job.mark:
            raise ToolError(
                "a worker has another version of guidecheck, of its knowledge or of the profile",
                remedy="install the same on every machine",
            )
        return _split(task, knowledge) if task.kind == "split" else _checked(task, knowledge)
    except OSError as error:
        room = error.errno in _NO_ROOM
        what = f"its rows cannot be written ({error.strerror or error})"
        remedy = "free space, and run again: what is done is skipped" if room else "check the folder, and run again"
        return Done(failures=(Failure(what, where(task), remedy, 3),), disk=room)
    except MemoryError:
        return _failed(task, f"needs more memory than {task.job.memory // 2**20} MB", "give each worker more: --memory")
    except GuidecheckError as error:
        if error.where and len(task.items) == 1:
            return Done(failures=(Failure.of(error, task.items[0].source),))
        return _failed(task, error.what, error.remedy, error.exit_code)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # panics of a parser are no Exceptions
        return _failed(task, f"the tool failed on it ({type(error).__name__}: {error})", "")


def _failed(task: Task, what: str, remedy: str, exit_code: int = 3) -> Done:
    return Done(failures=(Failure(what, where(task), remedy, exit_code),), divide=bool(task.divided()))


def where(task: Task) -> str:
    """What a task is about, for people."""
    first = task.items[0].source
    if task.kind != "part":
        return first if len(task.items) == 1 else f"{first} and {len(task.items) - 1} more files"
    try:
        drafts = [drafted.draft for drafted in _part(task)]
    except (OSError, ValueError):
        return first
    return f"{first}: {drafts[0]}" + (f" and {len(drafts) - 1} more descriptions" if len(drafts) > 1 else "")


def _split(task: Task, knowledge: Knowledge) -> Done:
    """Writes a large file as parts, and last of all which parts there are."""
    (item,), folder, parts = task.items, Path(task.job.folder), list[tuple[str, int]]()
    beside = in_work(folder, f"{task.key}.nt")
    beside.parent.mkdir(parents=True, exist_ok=True)
    told = Told()
    drafts = drafts_of(item, knowledge, task.job.reading, beside, told)
    while some := _some(drafts):
        name = f"{task.key}-{len(parts):05}.drafts"
        write_bytes(in_work(folder, name), as_bytes(some))
        parts.append((name, len(some)))
    done = Done(failures=tuple(told.failures), parts=tuple(parts), activities=tuple(told.activities))
    write_bytes(in_work(folder, f"{task.key}.parts"), msgspec.json.encode(done))
    return done


def _some(drafts: Iterator[Drafted]) -> list[Drafted]:
    """As many as go together: few where their texts are read."""
    first = next(drafts, None)
    if first is None:
        return []
    return [first, *islice(drafts, (MOST_READ if first.cut else MOST_AT_ONCE) - 1)]


def _checked(task: Task, knowledge: Knowledge) -> Done:
    failures: list[Failure] = []
    remarks: list[Failure] = []
    rows = Rows()
    if task.kind == "document":
        failures += check_document(task.items[0], task.job, knowledge, rows)
    else:
        drafts = _part(task) if task.kind == "part" else _files(task, knowledge, failures)
        while some := list(islice(drafts, MOST_AT_ONCE)):
            remarks += _reckoned(some, task, knowledge, rows, failures)
    descriptions, verdicts = rows.tables()
    folder, key = Path(task.job.folder), task.key
    said = {"failures": _as_json(failures), "remarks": _as_json(remarks)}
    write_bytes(verdicts_of(folder, key), as_parquet(verdicts))
    write_bytes(descriptions_of(folder, key), as_parquet(descriptions, said))
    return Done(descriptions.num_rows, tuple(failures), tuple(remarks))


def _part(task: Task) -> Iterator[Drafted]:
    file = in_work(Path(task.job.folder), task.part)
    yield from from_bytes(file.read_bytes())[task.first : task.last]


def _files(task: Task, knowledge: Knowledge, failures: list[Failure]) -> Iterator[Drafted]:
    for item in task.items:
        try:
            yield from drafts_of(item, knowledge, task.job.reading, None, Told())
        except GuidecheckError as error:
            failures.append(Failure.of(error, item.source))


def _reckoned(
    drafts: Sequence[Drafted], task: Task, knowledge: Knowledge, rows: Rows, failures: list[Failure]
) -> list[Failure]:
    """Adds rows; gives the descriptions that contradict themselves."""
    plain: list[Read] = []
    found = read_all(drafts, knowledge)
    check_texts([read for read in found if read.drafted.cut], task.job, knowledge, rows)
    for read in found:
        if read.drafted.cut:
            continue
        try:
            if not read.answers or not check_answers(read, task.job.profile, knowledge, rows):
                plain.append(read)
        except GuidecheckError as error:
            failures.append(Failure.of(error, read.drafted.source))
    if plain:
        memory = f"{int(task.job.memory * _FOR_TABLES) // 2**20}MB"
        reckon(plain, asked_by(task.job.profile, knowledge), knowledge, memory, rows)
    return [
        Failure(
            f"contradicts itself: {said}", f"{read.drafted.source}: {read.drafted.draft}", "take one of the two away"
        )
        for read in found
        for said in read.contradicts
    ]


def _as_json(failures: Sequence[Failure]) -> str:
    return json.dumps([asdict(failure) for failure in failures])
