"""A portfolio checked, from paths to the folder of results."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from checker import __version__
from checker.errors import CallError
from checker.knowledge import load
from checker.portfolio.crew import Alone, Crew
from checker.portfolio.drive import Drive, Found, Progress
from checker.portfolio.failure import Failure
from checker.portfolio.mark import mark_of
from checker.portfolio.memory import size_of
from checker.portfolio.places import DESCRIPTIONS, SUMMARY, VERDICTS, WORK, write_bytes
from checker.portfolio.plan import items_of, tasks_of
from checker.portfolio.task import Item, Job
from checker.portfolio.told import AS_USUAL, Reading
from checker.profiles import profile_of
from checker.selection import one_of

INSTALL = "pip install 'guidecheck[portfolio]'"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run. ``workers`` None: one for each processor, where there is work for them."""

    profile: str = "everything"
    scheduler: str | None = None
    workers: int | None = None
    memory: str = "2GB"
    reading: Reading = AS_USUAL


def check_portfolio(
    paths: Sequence[str],
    folder: Path,
    settings: Settings,
    tell: Callable[[Progress], None] = lambda progress: None,
    hire: Callable[[Settings, int, Drive], Crew] | None = None,
) -> Found:
    """Checks what the paths name and writes the rows below ``folder``. What is in it from a run on the same content
    stays; what belongs to none of the inputs goes. ``hire`` finds the workers, where the settings are not to decide.

    Raises CallError where the call is wrong.
    """
    knowledge = load()
    memory = size_of(settings.memory)
    profile = str(Path(settings.profile).resolve()) if Path(settings.profile).is_file() else settings.profile
    if settings.reading.language is not None:
        one_of("language", settings.reading.language, knowledge.languages)
    job = Job(str(folder.resolve()), profile, mark_of(profile, knowledge, settings.reading), memory, settings.reading)
    items, failures = items_of(paths)
    drive = Drive(folder.resolve(), tasks_of(items, job), tell)
    drive.found.failures += failures
    drive.found.complete = not drive.left
    crew = (hire or _crew)(settings, memory, drive) if drive.left else None
    try:
        if crew:
            with closing(crew):
                drive.run(crew)
    finally:
        found = _settled(drive.found)
        found.failures += _nothing_taken(found)
        _write(folder, found, items, profile_of(profile, knowledge).id, knowledge.digest)
    if found.complete:
        _clean(folder, set(found.keys), bool(found.failures))
    return found


def _crew(settings: Settings, memory: int, drive: Drive) -> Crew:
    there = find_spec("distributed") is not None
    pieces = drive.left if not drive.splits else 2**10
    count = settings.workers or (min(os.cpu_count() or 1, pieces) if there else 1)
    if settings.scheduler is None and count == 1:
        return Alone(memory)
    if not there:
        raise CallError("several workers need Dask, which is not installed", remedy=f"{INSTALL}, or give --workers 1")
    from checker.portfolio.cluster import Cluster

    return Cluster(min(count, pieces), memory, settings.scheduler)


def _settled(found: Found) -> Found:
    """In an order that does not depend on who was first."""

    def key(failure: Failure) -> tuple[str, str]:
        return failure.where, failure.what

    found.keys = sorted(found.keys)
    found.activities = sorted(found.activities, key=lambda file: file.path)
    found.failures = sorted(found.failures, key=key)
    found.remarks = sorted(found.remarks, key=key)
    return found


def _nothing_taken(found: Found) -> list[Failure]:
    """Files of which no activity is taken are nothing to speak of, unless there is nothing else."""
    if found.descriptions or found.failures or not found.complete:
        return []
    what, remedy = "none of its {} activities is about return and reintegration", "say --all-activities to check them"
    return [Failure(what.format(file.read), file.path, remedy) for file in found.activities]


def _write(folder: Path, found: Found, items: Sequence[Item], profile: str, knowledge: str) -> None:
    summary = {
        "guidecheck": __version__,
        "knowledge": knowledge,
        "profile": profile,
        "generated": datetime.now(UTC).isoformat(timespec="seconds"),
        "complete": found.complete,
        "inputs": [{"path": i.source, "sha256": i.sha256, "bytes": i.size} for i in items],
        "parts": found.keys,
        "descriptions": found.descriptions,
        "activities": [asdict(file) for file in found.activities],
        "failures": [_said(failure) for failure in found.failures],
        "contradictions": [_said(remark) for remark in found.remarks],
    }
    try:
        for name in (DESCRIPTIONS, VERDICTS):
            (folder / name).mkdir(parents=True, exist_ok=True)
        write_bytes(folder / SUMMARY, (json.dumps(summary, indent=1, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        what = f"the summary cannot be written ({error.strerror or error})"
        found.failures.append(Failure(what, str(folder / SUMMARY), "free space, or check the folder, and run again", 3))


def _said(failure: Failure) -> dict[str, str]:
    said = asdict(failure)
    return {name: said[name] for name in ("what", "where", "remedy")}


def _clean(folder: Path, keys: set[str], failed: bool) -> None:
    """Takes away the rows of earlier runs on other content, what was written half, and what no run needs any more."""
    for name in (DESCRIPTIONS, VERDICTS):
        for file in (folder / name).glob("*.parquet"):
            if file.stem not in keys:
                file.unlink(missing_ok=True)
    for file in folder.rglob(".*.part"):
        file.unlink(missing_ok=True)
    for pattern in ("*.nt", *(() if failed else ("*.drafts",))):
        for file in (folder / WORK).glob(pattern):
            file.unlink(missing_ok=True)
