"""A check of an RDF file in a process of its own, which can be given up: the report, and the lines to look at.

usage: python -m checker.data_check FILE PROFILE
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

import checker
from checker.activities import is_iati
from checker.check import Options, check
from checker.checks.offending import Offending, Pointed
from checker.errors import GuidecheckError, InputError, ToolError
from checker.knowledge import load
from checker.report import InputReport, Report

SECONDS = 120.0
"""As long as a check on a screen may take."""
MOST_DRAFTS = 40
"""Drafts of a file for which lines are looked up; reports hold all of them."""
_OPEN = ("not-met", "partly-met", "not-stated")


@dataclass(frozen=True, slots=True)
class DataChecked:
    """``places`` holds, for each of the first drafts of the report, the lines to look at by requirement."""

    report: Report
    places: tuple[Mapping[str, tuple[Pointed, ...]], ...] = ()
    errors: tuple[tuple[str, str, str], ...] = ()
    """What, where and remedy of each error."""

    @property
    def raised(self) -> tuple[InputError, ...]:
        return tuple(InputError(what, where=where, remedy=remedy) for what, where, remedy in self.errors)


class Checking:
    """A check on its way. ``result`` waits for it; ``cancel`` gives it up."""

    def __init__(self, file: Path, profile: str) -> None:
        root = str(Path(checker.__file__).resolve().parents[1])
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        self._file = file
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, no shell
            [sys.executable, "-m", "checker.data_check", str(file), profile],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip

    def cancel(self) -> None:
        self._process.kill()

    def result(self, seconds: float = SECONDS) -> DataChecked:
        """Raises InputError where time runs out, ToolError where the process ends without an answer."""
        try:
            answer, _ = self._process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise InputError(
                f"checking it took longer than {seconds:g} seconds",
                where=self._file.name,
                remedy="split the file, or check it on the command line, which takes its time",
            ) from None
        try:
            return msgspec.msgpack.decode(answer, type=DataChecked)
        except msgspec.DecodeError:
            raise ToolError("the check stopped without an answer", where=self._file.name) from None


def check_data(file: Path, profile: str) -> DataChecked:
    """The check itself. Paths in the report are the file's name."""
    knowledge = load()
    outcome = check([file], knowledge, Options(profile=profile))
    errors = tuple((e.what, e.where, e.remedy) for e in outcome.errors)
    inputs = tuple(replace(found, path=file.name) for found in outcome.report.inputs)
    report = replace(outcome.report, inputs=inputs)
    if not inputs or is_iati(file):  # each passage of an IATI file has its line
        return DataChecked(report, (), errors)
    offending = Offending(file, inputs[:MOST_DRAFTS], knowledge)
    places = tuple(_places(offending, n, found) for n, found in enumerate(inputs[:MOST_DRAFTS]))
    return DataChecked(report, places, errors)


def _places(offending: Offending, number: int, found: InputReport) -> dict[str, tuple[Pointed, ...]]:
    return {
        r.id: offending.of(number, r.id, {c.id for c in r.claims if not c.holds and not c.optional})
        for r in found.requirements
        if r.verdict in _OPEN
    }


def main(arguments: list[str]) -> None:
    file, profile = arguments
    try:
        done = check_data(Path(file), profile)
    except GuidecheckError as error:
        empty = Report(checker.__version__, "", profile, "", "en", ())
        done = DataChecked(empty, (), ((error.what, error.where, error.remedy),))
    sys.stdout.buffer.write(msgspec.msgpack.encode(done))


if __name__ == "__main__":
    main(sys.argv[1:])
