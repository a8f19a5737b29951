"""A check of uploads beside the page: they lie in a folder of their own while it runs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.check import Options
from checker.check_job import CheckJob, Ended
from checker.errors import GuidecheckError
from ui.uploads import Draft


class UploadJob:
    """A check under way. What it finds is given to ``take``, unless it was stopped."""

    def __init__(
        self, drafts: Sequence[Draft], options: Options, *, lines: bool = False, seconds: float | None = None
    ) -> None:
        """``lines`` and ``seconds`` are those of CheckJob."""
        self.drafts, self.options, self.lines = tuple(drafts), options, lines
        self._folder = TemporaryDirectory(prefix="guidecheck-")
        files = [Path(self._folder.name, draft.name) for draft in drafts]
        for file, draft in zip(files, drafts, strict=True):
            file.write_bytes(draft.data)
        self.job = CheckJob(files, options, self._finish, lines=lines, seconds=seconds)

    def take(self, ended: Ended) -> None:
        """Called in a thread of the job. Paths are the names of the drafts."""
        raise NotImplementedError

    def _finish(self, ended: Ended) -> None:
        self._folder.cleanup()
        if not self.job.stopped:
            self.take(_without_folder(ended, f"{self._folder.name}{os.sep}"))


def _without_folder(ended: Ended, above: str) -> Ended:
    outcome = ended.outcome
    if outcome is not None:
        inputs = tuple(replace(found, path=Path(found.path).name) for found in outcome.report.inputs)
        outcome = replace(outcome, report=replace(outcome.report, inputs=inputs))
    return replace(
        ended,
        outcome=outcome,
        documents={Path(path).name: replace(d, path=Path(path).name) for path, d in ended.documents.items()},
        errors=tuple(_error_without(above, error) for error in ended.errors),
        rows={Path(path).name: rows for path, rows in (ended.rows or {}).items()},
    )


def _error_without(above: str, error: GuidecheckError) -> GuidecheckError:
    fields = {name: v.replace(above, "") if isinstance(v, str) else v for name, v in error.fields.items()}
    return type(error)(
        error.what.replace(above, ""), where=error.where.replace(above, ""), remedy=error.remedy.replace(above, ""),
        text=error.text, **fields,
    )  # fmt: skip
