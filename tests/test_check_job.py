"""A check in a process of its own: followed, stopped, and told of what went wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from checker.check import Options
from checker.check_job import CheckJob, Ended
from checker.errors import CallError, InputError
from tests.shared_material import ROOT

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
CASE = ROOT / "examples" / "cases" / "georgia-job-centres.ttl"
ASKING = """
import sys, time
from pathlib import Path
from checker.check import Options
from checker.check_job import CheckJob
job = CheckJob([Path(sys.argv[1])] * 20, Options(), print)
print(job._process.pid, flush=True)
time.sleep(60)
"""


def test_outcome_documents_and_errors(tmp_path: Path) -> None:
    empty = tmp_path / "empty.docx"
    empty.write_bytes(b"")
    heard: list[Ended] = []
    job = CheckJob([DRAFT, empty], Options(), heard.append)
    job.wait(120)
    (ended,) = heard
    assert ended is job.ended
    assert ended.outcome is not None
    assert [found.kind for found in ended.outcome.report.inputs] == ["sop"]
    assert list(ended.documents) == [str(DRAFT)]
    assert [type(error) for error in ended.errors] == [InputError]
    assert job.step is not None
    assert job.step.of == 2


def test_a_wrong_call_is_the_same_error_as_on_the_command_line() -> None:
    job = CheckJob([DRAFT], Options(profile="nothing-like-it"), lambda ended: None)
    job.wait(120)
    assert job.ended is not None
    assert job.ended.outcome is None
    assert isinstance(job.ended.errors[0], CallError)


def test_stopped_for_good() -> None:
    heard: list[Ended] = []
    job = CheckJob([DRAFT] * 20, Options(), heard.append)
    time.sleep(0.5)
    started = time.monotonic()
    job.stop()
    job.wait(5)
    assert time.monotonic() - started < 2
    assert not job.running
    assert heard[0].outcome is None
    assert gone(job._process.pid)


def test_after_its_time_it_ends_with_a_sentence() -> None:
    heard: list[Ended] = []
    job = CheckJob([DRAFT] * 20, Options(), heard.append, seconds=0.5)
    job.wait(10)
    (error,) = heard[0].errors
    assert isinstance(error, InputError)
    assert error.text == "error-check-late"
    assert gone(job._process.pid)


def test_nothing_of_it_outlives_who_asked() -> None:
    """Killed without a word: the check ends itself and all that it started."""
    asking = subprocess.Popen(
        [sys.executable, "-c", ASKING, str(DRAFT)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert asking.stdout is not None
    group = int(asking.stdout.readline())
    asking.kill()
    asking.wait()
    asking.stdout.close()
    assert gone(group)


def test_the_lines_to_look_at_come_with_the_report() -> None:
    job = CheckJob([CASE], Options(), lambda ended: None, lines=True)
    job.wait(120)
    assert job.ended is not None
    assert job.ended.outcome is not None
    assert len(job.ended.places) == len(job.ended.outcome.report.inputs) == 1
    assert job.ended.places[0]["CAP-03"][0].why == "against"
    assert job.step is not None
    assert job.step.pointing


def gone(group: int) -> bool:
    """True as soon as no process of the group is left; what was killed may take a moment to be buried."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
