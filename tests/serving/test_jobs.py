"""Time runs out, reports are forgotten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checker.check import Options
from checker.serving.job import Job
from checker.serving.jobs import Jobs
from checker.serving.limits import Limits
from checker.serving.problems import ProblemError
from tests.serving.server import RDF, eventually


def posted(jobs: Jobs, file: Path = RDF) -> Job:
    with jobs.room() as folder:
        return jobs.add(Path(shutil.copy(file, folder)), Options(), "json")


def test_time_runs_out() -> None:
    jobs = Jobs(Limits(seconds=0.1))
    job = posted(jobs)
    eventually(lambda: job.state == "failed")
    assert "longer than 0.1 seconds" in job.errors[0].what
    jobs.close()


def test_forgotten_after_a_time() -> None:
    jobs = Jobs(Limits(seconds=0.1, kept_seconds=0))
    job = posted(jobs)
    eventually(lambda: job.ended_at is not None)
    with pytest.raises(ProblemError) as gone:
        jobs.get(job.id)
    assert gone.value.status == 404
    jobs.close()


def test_of_many_the_oldest_is_forgotten() -> None:
    jobs = Jobs(Limits(seconds=0.1, kept=1))
    first, second = posted(jobs), posted(jobs)
    eventually(lambda: first.ended_at is not None and second.ended_at is not None)
    older, newer = sorted((first, second), key=lambda job: job.ended_at or 0)
    assert jobs.get(newer.id) is newer
    with pytest.raises(ProblemError):
        jobs.get(older.id)
    jobs.close()


def test_room_that_nobody_takes_is_given_back() -> None:
    jobs = Jobs(Limits(running=1, waiting=0))
    with pytest.raises(ValueError, match="broken"), jobs.room() as folder:
        raise ValueError("broken")
    assert not folder.exists()
    with jobs.room(), pytest.raises(ProblemError), jobs.room():
        pass
    jobs.close()


def test_of_large_reports_few_are_kept() -> None:
    jobs = Jobs(Limits(kept_bytes=100_000))
    made = [posted(jobs) for _ in range(3)]
    eventually(lambda: all(job.ended_at is not None for job in made))
    sizes = [job.size for job in made]
    assert 2 * max(sizes) > 100_000 > min(sizes), "two do not fit, one does"
    kept = []
    for job in made:
        try:
            kept.append(jobs.get(job.id))
        except ProblemError:
            continue
    assert kept == [max(made, key=lambda job: job.ended_at or 0)]
    jobs.close()


def test_a_report_that_cannot_be_kept_leaves_room_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise MemoryError

    jobs = Jobs(Limits(running=1, waiting=0))
    with monkeypatch.context() as patch:
        patch.setattr("checker.serving.job.zlib.compress", broken)
        job = posted(jobs)
        eventually(lambda: job.state == "failed")
    assert "could not be kept" in job.errors[0].what
    eventually(lambda: not jobs._running)
    assert posted(jobs).id
    jobs.close()
