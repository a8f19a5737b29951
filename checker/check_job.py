"""A check in a process of its own, which can be followed and stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, Timer

import msgspec

from checker.check import Options, Outcome, Step
from checker.check_child import At, Done, Request
from checker.checks.pointing import Places
from checker.errors import GuidecheckError, InputError, ToolError
from checker.packed_errors import unpacked
from checker.readers import Document


@dataclass(frozen=True, slots=True)
class Ended:
    """``documents`` are those that were read, by path. ``places`` are lines to look at, for each input of the report,
    and ``rows`` those of forms, by path, where they were asked for."""

    outcome: Outcome | None
    documents: Mapping[str, Document]
    errors: tuple[GuidecheckError, ...]
    places: tuple[Places, ...] = ()
    rows: Mapping[str, tuple[str, ...]] | None = None


class CheckJob:
    """``step`` is where it is, ``ended`` what came of it; both change while it runs. ``stopped`` by whoever asked.

    Nothing of it outlives the process that asked for it.
    """

    def __init__(
        self,
        files: Sequence[Path],
        options: Options,
        finish: Callable[[Ended], None],
        *,
        lines: bool = False,
        seconds: float | None = None,
    ) -> None:
        """``finish`` is called in a thread of the job as soon as it has ended, also where nobody waits for it.
        ``lines`` asks for the lines to look at; after ``seconds`` the job ends with an error."""
        self.step: Step | None = None
        self.ended: Ended | None = None
        self.stopped = False
        self._late = False
        self._seconds = seconds
        self._finish = finish
        self._process = subprocess.Popen(
            [sys.executable, "-m", "checker.check_child"],
            cwd=Path(__file__).resolve().parents[1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        request = Request([str(file) for file in files], options.profile, options.kind, options.language, lines)
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
        self._kill()

    def _kill(self) -> None:
        if sys.platform != "win32" and self._process.poll() is None:
            with contextlib.suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            self._process.kill()

    def _too_late(self) -> None:
        self._late = True
        self._kill()

    def _follow(self, request: bytes) -> None:
        clock = Timer(self._seconds, self._too_late) if self._seconds else None
        if clock:
            clock.daemon = True
            clock.start()
        done = self._heard(request)
        if clock:
            clock.cancel()
        if self.stopped:
            ended = Ended(None, {}, ())
        elif done is not None:
            ended = _ended(done)
        else:
            ended = Ended(None, {}, (self._trouble(),))
        self._finish(ended)
        self.ended = ended

    def _heard(self, request: bytes) -> Done | None:
        """Follows the process to its end; None where it has not come to one. Its input stays open meanwhile."""
        done = None
        cut_off = contextlib.suppress(BrokenPipeError, msgspec.DecodeError)  # it ended before it heard, or told, all
        with cut_off, self._process as process:
            assert process.stdin is not None and process.stdout is not None  # noqa: S101 - both are pipes
            process.stdin.write(request + b"\n")
            process.stdin.flush()
            for line in process.stdout:
                told = msgspec.json.decode(line, type=At | Done)
                if isinstance(told, Done):
                    done = told
                else:
                    self.step = Step(
                        Path(told.file), told.done, told.of, searched=told.searched, requirements=told.requirements,
                        pointing=told.pointing,
                    )  # fmt: skip
        return done

    def _trouble(self) -> GuidecheckError:
        if self._late and self._seconds:
            return InputError(
                f"checking took longer than {self._seconds:g} seconds",
                where=self.step.file.name if self.step else "",
                remedy="split the file, or check it on the command line, which waits longer",
                text="error-check-late",
                minutes=max(1, round(self._seconds / 60)),
            )
        return ToolError("the check ended before its time", remedy="try again", text="error-check-ended")


def _ended(done: Done) -> Ended:
    raised = tuple(map(unpacked, done.errors))
    outcome = Outcome(done.report, raised) if done.report else None
    documents = {document.path: document for document in done.documents}
    return Ended(outcome, documents, raised, tuple(done.places), done.rows)
