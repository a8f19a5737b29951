"""A check in a process of its own, which can be followed and stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import msgspec

from checker import errors
from checker.check import Options, Outcome, Step
from checker.check_child import At, Done, Request, Said
from checker.errors import GuidecheckError, ToolError
from checker.readers import Document


@dataclass(frozen=True, slots=True)
class Ended:
    """``documents`` are those that were read, by path."""

    outcome: Outcome | None
    documents: dict[str, Document]
    errors: tuple[GuidecheckError, ...]


class CheckJob:
    """``step`` is where it is, ``ended`` what came of it; both change while it runs. ``stopped`` by whoever asked."""

    def __init__(self, files: Sequence[Path], options: Options, finish: Callable[[Ended], None]) -> None:
        """``finish`` is called in a thread of the job as soon as it has ended, also where nobody waits for it."""
        self.step: Step | None = None
        self.ended: Ended | None = None
        self.stopped = False
        self._finish = finish
        self._process = subprocess.Popen(
            [sys.executable, "-m", "checker.check_child"],
            cwd=Path(__file__).resolve().parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        request = Request([str(file) for file in files], options.profile, options.kind, options.language)
        self._thread = Thread(target=self._follow, args=(msgspec.json.encode(request),), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def wait(self, seconds: float | None = None) -> None:
        self._thread.join(seconds)

    def stop(self) -> None:
        """Ends the process and those that parse for it; nothing of what it found is kept."""
        self.stopped = True
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            self._process.kill()

    def _follow(self, request: bytes) -> None:
        process, ended = self._process, None
        with process, contextlib.suppress(BrokenPipeError):
            assert process.stdin is not None and process.stdout is not None  # noqa: S101 - both are pipes
            process.stdin.write(request + b"\n")
            process.stdin.flush()
            for line in process.stdout:
                told = msgspec.json.decode(line, type=At | Done)
                if isinstance(told, Done):
                    ended = _ended(told)
                else:
                    self.step = Step(
                        Path(told.file), told.done, told.of, searched=told.searched, requirements=told.requirements
                    )
        if ended is None and not self.stopped:
            ended = Ended(None, {}, (ToolError("the check ended before its time", remedy="try again"),))
        if self.stopped:
            ended = Ended(None, {}, ())
        self._finish(ended or Ended(None, {}, ()))
        self.ended = ended


def _ended(done: Done) -> Ended:
    raised = tuple(map(_error, done.errors))
    outcome = Outcome(done.report, raised) if done.report else None
    return Ended(outcome, {document.path: document for document in done.documents}, raised)


def _error(said: Said) -> GuidecheckError:
    found = getattr(errors, said.kind, errors.InputError)
    error: GuidecheckError = found(said.what, where=said.where, remedy=said.remedy)
    return error
