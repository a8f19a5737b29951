"""One check of one upload."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Literal

import msgspec

from checker.check import Options
from checker.check_job import CheckJob, Ended
from checker.checks.placed import with_found
from checker.errors import GuidecheckError
from checker.failures import failed_of
from checker.report import Report

State = Literal["waiting", "running", "done", "failed"]


class Job:
    """``report`` and ``errors`` are there once it has ended, by the file's name; where it lay is not told. ``told``
    once whoever asked knows what came of it."""

    def __init__(self, id: str, file: Path, options: Options, format: str | None) -> None:
        self.id, self.file, self.options, self.format = id, file, options, format
        self.check: CheckJob | None = None
        self.errors: tuple[GuidecheckError, ...] = ()
        self.started_at = 0.0
        self.ended_at: float | None = None
        self.told = False
        self._packed = b""
        self._waiting: set[Callable[[], object]] = set()
        self._lock = Lock()

    @property
    def state(self) -> State:
        if self.ended_at is not None:
            return "done" if self._packed else "failed"
        return "running" if self.check else "waiting"

    @property
    def report(self) -> Report | None:
        return msgspec.json.decode(zlib.decompress(self._packed), type=Report) if self._packed else None

    @property
    def size(self) -> int:
        """Bytes that it keeps of its report: an eighth of what the report takes when it is unpacked."""
        return len(self._packed)

    def end(self, ended: Ended) -> None:
        self.errors = tuple(map(self._told, ended.errors))
        if ended.outcome and ended.outcome.report.inputs:
            self._packed = zlib.compress(msgspec.json.encode(self._shown(ended.outcome.report, ended)), 1)
        with self._lock:
            self.ended_at = monotonic()
            waiting, self._waiting = self._waiting, set()
        for call in waiting:
            call()

    def when_ended(self, call: Callable[[], object]) -> None:
        """Calls it once, in another thread, or at once where the job has ended."""
        with self._lock:
            if self.ended_at is None:
                self._waiting.add(call)
                return
        call()

    def forget(self, call: Callable[[], object]) -> None:
        """What is not to be called any more."""
        with self._lock:
            self._waiting.discard(call)

    def _shown(self, report: Report, ended: Ended) -> Report:
        inputs = with_found(report.inputs, ended.places) if ended.places else report.inputs
        return replace(
            report,
            inputs=tuple(replace(one, path=self.file.name) for one in inputs),
            failed=tuple(failed_of(e, Path(self.file.name)) for e in self.errors),
        )

    def _told(self, error: GuidecheckError) -> GuidecheckError:
        def plain(text: str) -> str:
            return text.replace(str(self.file), self.file.name).replace(str(self.file.parent), "")

        return type(error)(plain(error.what), where=plain(error.where), remedy=plain(error.remedy), text=error.text)
