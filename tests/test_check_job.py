"""A check in a process of its own: followed, stopped, and told of what went wrong."""

from __future__ import annotations

import os
import time
from pathlib import Path

from checker.check import Options
from checker.check_job import CheckJob, Ended
from checker.errors import CallError, InputError
from tests.shared_material import ROOT

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"


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


def gone(group: int) -> bool:
    """True as soon as no process of the group is left; what was killed may take a moment to be buried."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
