"""One check of one upload."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Literal

from checker.check import Options
from checker.check_job import CheckJob, Ended
from checker.checks.placed import with_found
from checker.errors import GuidecheckError
from checker.failures import failed_of
from checker.report import Report

State = Literal["waiting", "running", "done", "failed"]


class Job:
    """``report`` and ``errors`` are there once it has ended, by the file's name; where it lay is not told."""

    def __init__(self, id: str, file: Path, options: Options, format: str) -> None:
        self.id, self.file, self.options, self.format = id, file, options, format
        self.check: CheckJob | None = None
        self.report: Report | None = None
        self.errors: tuple[GuidecheckError, ...] = ()
        self.ended_at: float | None = None

    @property
    def state(self) -> State:
        if self.ended_at is not None:
            return "done" if self.report else "failed"
        return "running" if self.check else "waiting"

    def end(self, ended: Ended) -> None:
        self.errors = tuple(map(self._told, ended.errors))
        if ended.outcome and ended.outcome.report.inputs:
            self.report = self._shown(ended.outcome.report, ended)
        self.ended_at = monotonic()

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
